import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ageing import AgeingPolicy, weeks_waited, weight
from tests.data.builders import request

MONDAY = dt.date(2026, 11, 30)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


def test_a_fresh_letter_weighs_one() -> None:
    assert weight(request(received_date=MONDAY - dt.timedelta(days=6)), MONDAY) == 1.0
    assert weight(request(), MONDAY) == 1.0


def test_waiting_counts_full_weeks_from_arrival() -> None:
    waiting = request(received_date=dt.date(2026, 11, 9), letter_date=dt.date(2026, 10, 1))
    assert weeks_waited(waiting, MONDAY) == 3
    assert weight(waiting, MONDAY) == pytest.approx(1.15)


def test_recorded_weeks_count_if_they_are_more() -> None:
    assert weeks_waited(request(weeks_waiting=5), MONDAY) == 5


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (dt.date(2027, 1, 30), 1.0),
        (dt.date(2026, 12, 14), 1.25),
        (dt.date(2026, 12, 7), 1.375),
        (dt.date(2026, 12, 6), 1.5),
        (MONDAY, 1.5),
        (dt.date(2026, 11, 1), 1.5),
    ],
)
def test_a_deadline_comes_nearer_in_a_straight_line(deadline: dt.date, expected: float) -> None:
    assert weight(request(deadline=deadline), MONDAY) == pytest.approx(expected)


def test_each_broken_promise_adds_its_share() -> None:
    assert weight(request(carried_over=2), MONDAY) == pytest.approx(1.5)


def test_the_policy_is_configurable() -> None:
    patient = AgeingPolicy(per_week=0.0, per_carry_over=0.0, deadline_bonus=0.0)
    old = request(received_date=dt.date(2026, 1, 1), carried_over=3, deadline=MONDAY)
    assert weight(old, MONDAY, patient) == 1.0


@pytest.mark.parametrize("wrong", [{"per_week": -0.1}, {"deadline_weeks": -1}, {"most": 0.9}])
def test_a_policy_that_punishes_waiting_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="ageing"):
        AgeingPolicy(**wrong)  # type: ignore[arg-type]


@given(received=DAYS, deadline=DAYS, carried=st.integers(0, 50))
def test_waiting_longer_never_weighs_less_and_never_too_much(
    received: dt.date, deadline: dt.date, carried: int
) -> None:
    waiting = request(received_date=received, deadline=deadline, carried_over=carried)
    now, later = weight(waiting, MONDAY), weight(waiting, MONDAY + dt.timedelta(days=7))
    assert 1.0 <= now <= later <= AgeingPolicy().most
