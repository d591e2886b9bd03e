"""When the course of a solve dives, and when it plans promises alone."""

from time import monotonic

import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.search import improve as module
from optimizer.search.allowance import Allowance
from optimizer.search.diving import Diving
from optimizer.search.generation import Generation
from optimizer.search.improve import Course
from optimizer.search.incumbent import Incumbent
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week


@pytest.fixture(scope="module")
def compiled() -> Week:
    return compile_week(week("S", 3))


def course(compiled: Week, passed: float, plan: bool = True) -> tuple[Course, Generation]:
    """A course of 100 seconds, of which a share has passed; it misses a promise."""
    incumbent = Incumbent(compiled)
    if plan:
        must = set(compiled.must_serve)
        incumbent.offer(
            tuple(
                (column, slot)
                for column, slot in first_plan(compiled)
                if must.isdisjoint(compiled.requests_of(column.sequence))
            )
        )
    allowance = Allowance(monotonic() - 100.0 * passed, 100.0, 1)
    generation = Generation(compiled, Pricer(compiled, map), 0)
    return Course(compiled, incumbent, allowance, 1), generation


@pytest.mark.parametrize(
    ("passed", "searched", "plan", "done"),
    [
        (0.1, True, True, True),
        (0.3, True, True, False),
        (0.3, False, True, True),
        (0.3, True, False, True),
    ],
)
def test_promises_alone_are_planned_in_time_or_where_nobody_else_does_or_without_a_plan(
    compiled: Week,
    passed: float,
    searched: bool,
    plan: bool,
    done: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, generation = course(compiled, passed, plan)
    assert one._incumbent.lacking()
    steps: list[str] = []
    monkeypatch.setattr(Course, "_promises_alone", lambda *_: steps.append("alone"))
    monkeypatch.setattr(Course, "_level_one", lambda *_: steps.append("all"))
    one._keep_promises(generation, searched)
    assert bool(steps) == done


def test_large_weeks_dive_and_offer_what_comes_up(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, generation = course(compiled, 0.1)
    assert one._diving(generation) is None
    monkeypatch.setattr(module, "LARGE", 1)
    monkeypatch.setattr(Diving, "run", lambda *_: first_plan(compiled))
    dive, before = one._diving(generation), one._incumbent.worth
    assert dive is not None
    assert before is not None
    dive(lambda: True)
    assert one._incumbent.worth is not None
    assert one._incumbent.worth.better_than(before)
