"""When the course of a solve plans promises alone, and when it dives instead."""

from time import monotonic
from types import SimpleNamespace

import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.search import improve as module
from optimizer.search.allowance import Allowance
from optimizer.search.bettering import Bettering
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


@pytest.mark.parametrize(
    ("large", "plan", "done"),
    [(1, True, ["dive"]), (1, False, ["dive", "promises"]), (1000, True, ["promises"])],
)
def test_large_weeks_dive_instead_of_planning_promises_alone_if_they_can(
    compiled: Week, large: int, plan: bool, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, generation = course(compiled, 0.1)
    steps: list[str] = []
    monkeypatch.setattr(module, "LARGE", large)
    monkeypatch.setattr(Course, "_meanwhile", lambda *_: None)
    monkeypatch.setattr(Course, "_prove_week", lambda *_: None)
    monkeypatch.setattr(Course, "_apart", lambda *_: [SimpleNamespace(end=lambda: None)])
    monkeypatch.setattr(Course, "_keep_promises", lambda *_, **__: steps.append("promises"))
    monkeypatch.setattr(Course, "_dive", lambda *_: steps.append("dive") or plan)
    monkeypatch.setattr(Bettering, "run", lambda *_: None)
    one._search_week(generation)
    assert steps == done


@pytest.mark.parametrize(
    ("many", "passed", "plan", "dived"),
    [(1, 0.1, True, True), (1000, 0.1, True, False), (1, 0.6, True, False), (1, 0.1, False, False)],
)
def test_a_dive_is_followed_where_a_plan_misses_many_promises_and_it_is_not_late(
    compiled: Week,
    many: int,
    passed: float,
    plan: bool,
    dived: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, generation = course(compiled, passed, plan)
    before = one._incumbent.worth
    monkeypatch.setattr(module, "MANY", many)
    monkeypatch.setattr(Diving, "run", lambda *_: first_plan(compiled)[:2])
    assert one._dive(generation) == dived
    after = one._incumbent.worth
    assert (after != before) == dived
    if dived:
        assert before is not None and after is not None and after.better_than(before)


def test_a_dive_is_not_followed_once_the_plan_is_closed(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, generation = course(compiled, 0.1)
    monkeypatch.setattr(module, "MANY", 1)
    monkeypatch.setattr(Diving, "run", lambda *_: pytest.fail("dived"))
    one._incumbent.close()
    assert not one._dive(generation)
