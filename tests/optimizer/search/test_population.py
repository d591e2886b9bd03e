"""A population keeps its best plans, merges new ones with them, and hands plans on."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import monotonic

import pytest

from optimizer.check import check
from optimizer.columns.week import compile_week
from optimizer.problem import Pin, Problem
from optimizer.search.allowance import Allowance
from optimizer.search.choosing import Choosing
from optimizer.search.incumbent import Incumbent
from optimizer.search.merging import Duties
from optimizer.search.population import BEST, NEW, Population
from optimizer.search.recreate.recreation import Recreation
from optimizer.solve import Limits, solve
from tests.optimizer.search.many_stops import day

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

SITES, LARGER = 16, 40


class Merger:
    """Notes what it was given; gives the first back."""

    def __init__(self) -> None:
        self.given: list[Sequence[Duties]] = []

    def merged(self, plans: Sequence[Duties], _: Allowance) -> Duties:
        self.given.append(plans)
        return plans[0]


def _population(
    seconds: float, asked: Problem | None = None, first: bool = False
) -> tuple[Population, Incumbent]:
    """A population, with a first plan if asked for."""
    week = compile_week(asked or day(2, SITES))
    Recreation(week, (), 1).run(1, 1.0)  # compiled before the clock runs
    incumbent, allowance = Incumbent(week), Allowance(monotonic(), seconds, 1)
    if first:
        Choosing(week, incumbent, allowance).first_plan()
    return Population(week, incumbent, allowance), incumbent


def test_plans_are_merged_with_the_best_ones_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    population, incumbent = _population(3.0)
    merger = Merger()
    monkeypatch.setattr(population, "_merging", merger)
    population.run(1)
    assert incumbent.worth is not None
    assert merger.given
    assert all(NEW < len(plans) <= NEW + BEST for plans in merger.given)


def _pinned() -> Problem:
    """The request that gains least for its minutes is pinned: who looks for people leaves it."""
    asked = day(2, LARGER)
    least = max(asked.requests, key=lambda r: r.fixed_minutes - r.people)
    return replace(asked, pins=(Pin(least.id, team="T2"),))


def test_pinned_plans_are_bettered_and_stay_pinned() -> None:
    asked = _pinned()
    population, incumbent = _population(3.0, asked, first=True)
    first = incumbent.worth
    population.run(1)
    plan = incumbent.finished(0.0)
    assert first is not None and incumbent.worth is not None and plan is not None
    assert incumbent.worth.score > 1.5 * first.score
    assert not check(asked, plan)


def test_two_threads_find_what_is_proved_best() -> None:
    asked = day(4, SITES)
    best = solve(asked, Limits(seconds=60.0)).plan
    assert best.status == "optimal"
    population, incumbent = _population(6.0, asked)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(population.run, (1, 2)))
    assert incumbent.worth is not None
    assert incumbent.worth.score == best.score


def test_a_proof_ends_it_at_once() -> None:
    population, incumbent = _population(60.0)
    incumbent.offer(())
    incumbent.prove(0.0)
    assert incumbent.optimal()
    begun = monotonic()
    population.run(1)
    assert monotonic() - begun < 5.0


def test_time_that_is_over_leaves_nothing_to_do() -> None:
    population, incumbent = _population(0.0)
    population.run(1)
    assert incumbent.worth is None
