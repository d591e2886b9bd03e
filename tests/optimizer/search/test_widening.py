"""A network that grows ends at the bound of all arcs, and no bound on the way is too low."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import pytest

from optimizer.clock import Span
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.problem import Pin, Problem
from optimizer.search import widening
from optimizer.search.allowance import Allowance
from optimizer.search.generation import Generation
from optimizer.search.incumbent import Incumbent
from optimizer.search.widening import Widening
from optimizer.solve import Limits, solve
from tests.optimizer.builders import MONDAY
from tests.optimizer.search.many_stops import day

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

SITES = 16
LONG = 900.0
"""Seconds: a fresh checkout compiles first."""


@pytest.fixture
def _few_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """One follower of each node, two more arcs at a time, and no look at all arcs is cheap."""
    monkeypatch.setattr(widening, "NEAREST", 1)
    monkeypatch.setattr(widening, "FURTHER", 2)
    monkeypatch.setattr(widening, "GLANCE", 0)


def _generation(week: Week) -> Generation:
    return Generation(week, Pricer(week, map), allowed_misses=0)


def _linear_bound(week: Week) -> float:
    """What column generation over all arcs ends at."""
    generation = _generation(week)
    generation.run(lambda: True, lambda bound: None)
    assert generation.proof is not None
    return generation.proof.bound


def _widened(week: Week, seconds: float) -> tuple[Incumbent, Generation]:
    incumbent, generation = Incumbent(week), _generation(week)
    incumbent.offer(())
    allowance = Allowance(monotonic(), seconds, 1)
    Widening(week, incumbent, allowance, Pricer(week, map), generation).run()
    return incumbent, generation


def _costly(asked: Problem) -> Problem:
    """Kilometres cost, so that no score is whole."""
    km = asked.travel.minutes / 60.0
    travel = replace(asked.travel, minutes=asked.travel.minutes.copy(), km=km)
    return replace(asked, travel=travel, objective=replace(asked.objective, cost_per_km=0.5))


def _uneven(asked: Problem) -> Problem:
    """The second team is at work in the morning only, and one visit is the first team's."""
    first, second = asked.teams
    short = replace(second, shifts={MONDAY: Span(7 * 60, 12 * 60)})
    pins = (Pin("R1", MONDAY, team=first.id),)
    return replace(asked, teams=(first, short), pins=pins)


@pytest.mark.usefixtures("_few_at_first")
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("changed", [_costly, _uneven])
def test_it_ends_at_the_bound_of_all_arcs(seed: int, changed: Callable[[Problem], Problem]) -> None:
    week = compile_week(changed(day(seed, SITES)))
    incumbent, generation = _widened(week, LONG)
    assert generation.proof is not None
    near = pytest.approx(_linear_bound(week), rel=widening.NEAR_ENOUGH)
    assert incumbent.optimal() or generation.proof.bound == near
    best = solve(week.problem, Limits(60.0), seed).plan
    assert best.status == "optimal"
    assert incumbent.worth is not None
    assert incumbent.bound is not None
    assert incumbent.worth.score - 1e-4 <= best.score <= incumbent.bound + 1e-4
    assert incumbent.worth.score > 0.9 * best.score


@pytest.mark.usefixtures("_few_at_first")
def test_cut_off_at_any_time_no_bound_is_too_low() -> None:
    week = compile_week(day(1, SITES))
    best = solve(week.problem, Limits(60.0), 1).plan
    assert best.status == "optimal"
    for seconds in (0.0, 0.02, 0.05, 0.1, 0.3):
        incumbent, _ = _widened(week, seconds)
        assert incumbent.bound is None or incumbent.bound >= best.score - 1e-6


def test_where_a_look_at_all_arcs_is_cheap_it_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    week, turns = compile_week(day(2, SITES)), []
    ended = Widening._ended

    def counted(self: Widening, few: Generation) -> bool:
        turns.append(few)
        return ended(self, few)

    monkeypatch.setattr(Widening, "_ended", counted)
    _, generation = _widened(week, LONG)
    assert len(turns) == 1
    assert generation.master.columns
