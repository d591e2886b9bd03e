"""Turns better a plan, never worsen it, and end when they are told to."""

from time import monotonic

import pytest

from optimizer.check import check
from optimizer.columns.week import compile_week
from optimizer.search.allowance import Allowance
from optimizer.search.bettering import Bettering
from optimizer.search.incumbent import Incumbent
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout


def started(seconds: float) -> tuple[Incumbent, Bettering, Allowance]:
    compiled = compile_week(week("S", 3))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    allowance = Allowance(monotonic(), seconds, 1)
    return incumbent, Bettering(compiled, incumbent, allowance, 1, lambda: ()), allowance


def test_turns_better_the_plan() -> None:
    incumbent, bettering, _ = started(60.0)
    first = before = incumbent.worth
    for _ in range(4):
        assert bettering.turn(lambda: True)
        assert before is not None and incumbent.worth is not None
        assert not before.better_than(incumbent.worth)
        before = incumbent.worth
    assert first is not None and before is not None and before.better_than(first)
    plan = incumbent.finished(0.0)
    assert plan is not None and not check(week("S", 3), plan)


def test_nothing_begins_when_it_is_time_to_end() -> None:
    incumbent, bettering, _ = started(60.0)
    before = incumbent.worth
    begun = monotonic()
    assert not bettering.turn(lambda: False)
    assert monotonic() - begun < 1.0
    assert incumbent.worth == before
