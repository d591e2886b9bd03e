"""Merging plans gives the best plan over all of their arcs."""

from collections.abc import Iterable, Iterator
from itertools import combinations_with_replacement, pairwise
from time import monotonic

import pytest

from optimizer.columns.column import Column
from optimizer.columns.grid import Grid
from optimizer.columns.long_duties import is_long
from optimizer.columns.week import Week, compile_week
from optimizer.search.allowance import Allowance
from optimizer.search.merging import Duties, Merging
from optimizer.search.recreate.recreation import Recreation
from optimizer.search.value import week_worth
from tests.optimizer.search.many_stops import day

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

SITES = 16
Arc = tuple[int, int]


def _plan(week: Week, seed: int, rounds: int) -> Duties:
    search = Recreation(week, (), seed)
    search.run(rounds, 1.0)
    return search.best()


def _columns(plans: Iterable[Duties]) -> list[Column]:
    return [column for plan in plans for column, _ in plan]


def _arcs(columns: Iterable[Column]) -> set[Arc]:
    """Arcs between sites."""
    return {arc for column in columns for arc in pairwise(column.sequence.nodes)}


def _duties(grid: Grid, arcs: set[Arc]) -> Iterator[tuple[int, ...]]:
    """Every elementary duty along the arcs that fits its minutes; it begins and ends anywhere."""
    waiting: list[tuple[tuple[int, ...], int]] = [((), 0)]
    while waiting:
        duty, now = waiting.pop()
        here = grid.place[duty[-1]] if duty else grid.depot
        if now + grid.legs[here, grid.depot] <= grid.horizon:
            yield duty
        for node in range(grid.request.size):
            if node not in duty and (not duty or (duty[-1], node) in arcs):
                start = max(now + grid.legs[here, grid.place[node]], grid.opens[node])
                end = int(start + grid.minutes[node])
                if end <= grid.closes[node]:
                    waiting.append(((*duty, node), end))


def _score(week: Week, plan: Duties) -> float:
    return week_worth(week, _columns([plan])).score


@pytest.mark.parametrize("seed", range(6))
def test_the_best_plan_over_all_arcs_is_found(seed: int) -> None:
    week = compile_week(day(seed, SITES))
    (grid,) = week.grids
    assert is_long(grid)
    plans = [_plan(week, 10 * seed + turn, 2 + turn) for turn in range(4)]
    arcs = _arcs(_columns(plans))
    people = [week.problem.requests[request].people for request in grid.request]
    worth = {frozenset(duty): sum(people[n] for n in duty) for duty in _duties(grid, arcs)}
    pairs = combinations_with_replacement(worth, 2)
    most = max(worth[a] + worth[b] for a, b in pairs if not a & b)
    found = Merging(week).merged(plans, Allowance(monotonic(), 60.0, 1))
    assert _score(week, found) == most
    assert _arcs(_columns([found])) <= arcs


def test_what_went_quickly_takes_in_further_arcs_next_time() -> None:
    """With them, poor plans mostly become better than their own arcs allow."""
    gained = 0
    for seed in range(1, 7):
        week = compile_week(day(seed, SITES))
        plans, merging = [_plan(week, turn, 1) for turn in (1, 2)], Merging(week)
        turns = [merging.merged(plans, Allowance(monotonic(), 60.0, 1)) for _ in range(4)]
        scores = [_score(week, found) for found in turns]
        assert scores == sorted(scores)
        gained += scores[-1] > scores[0]
    assert gained > 1


def test_without_time_the_best_of_them_comes_back() -> None:
    week = compile_week(day(2, SITES))
    plans = [_plan(week, seed, 3) for seed in range(3)]
    found = Merging(week).merged(plans, Allowance(monotonic() - 10.0, 1.0, 1))
    assert _score(week, found) >= max(_score(week, plan) for plan in plans)
