"""The checker never raises, and finds something in every plan that makes no sense."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from optimizer.check import Violation, check
from optimizer.plan import Duty, Plan, Stop, Unserved
from tests.optimizer.builders import BASE, MONDAY, PLAN, plan

NAMES = st.sampled_from(["R1", "T1", "V1", "K1", "", "R9"])
MINUTES = st.integers(min_value=0, max_value=2000)
NUMBERS = st.floats(allow_nan=True, allow_infinity=True)
STOPS = st.builds(Stop, NAMES, MINUTES, MINUTES, MINUTES, st.integers(0, 10**9))
DUTIES = st.builds(
    Duty,
    st.sampled_from([MONDAY, dt.date(1999, 1, 1)]),
    NAMES,
    NAMES,
    st.lists(NAMES, max_size=4).map(tuple),
    st.lists(STOPS, max_size=4).map(tuple),
    MINUTES,
    MINUTES,
    st.floats(min_value=0, max_value=1e9),
)
PLANS = st.builds(
    Plan,
    week=NAMES,
    status=st.sampled_from(["optimal", "feasible", ""]),
    must_serve_missed=st.integers(),
    score=NUMBERS,
    bound=st.none() | NUMBERS,
    seconds=NUMBERS,
    duties=st.lists(DUTIES, max_size=3).map(tuple),
    unserved=st.lists(st.builds(Unserved, NAMES, NAMES, st.integers(1, 99)), max_size=3).map(tuple),
)


@given(PLANS)
def test_never_raises_and_always_objects(garbage: Plan):
    found = check(BASE, garbage)
    assert found
    assert all(isinstance(violation, Violation) and violation.message for violation in found)


def test_a_violation_reads_rule_place_and_message():
    (found,) = check(BASE, plan(BASE, PLAN, week="2026-W50"))
    assert str(found) == "[pekan] week: '2026-W50' bukan pekan permasalahan '2026-W49'"
