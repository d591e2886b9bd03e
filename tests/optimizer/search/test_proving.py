"""Days of many short stops: the proved optimum is that of plain enumeration over sets of sites."""

from dataclasses import replace
from itertools import combinations_with_replacement

import pytest

from optimizer.columns.grid import Grid
from optimizer.columns.long_duties import is_long
from optimizer.columns.week import compile_week
from optimizer.problem import Objective, Problem, Travel
from optimizer.solve import Limits, solve
from tests.optimizer.search.many_stops import day

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

SITES = 10


def _sets(grid: Grid) -> set[int]:
    """Sets of nodes that one duty can visit, as bits."""
    leaves: dict[tuple[int, int], int] = {(0, -1): 0}
    for visited in range(1 << grid.request.size):
        for last in range(-1, grid.request.size):
            now = leaves.get((visited, last))
            for node in range(grid.request.size if now is not None else 0):
                here = grid.depot if last < 0 else grid.place[last]
                start = max(now + grid.legs[here, grid.place[node]], grid.opens[node])  # type: ignore[operator]
                end = int(start + grid.minutes[node])
                if not visited >> node & 1 and end <= grid.closes[node]:
                    key = (visited | 1 << node, node)
                    leaves[key] = min(end, leaves.get(key, end))
    home = grid.horizon - grid.legs[:, grid.depot]
    return {v for (v, last), now in leaves.items() if last < 0 or now <= home[grid.place[last]]}


def _most(asked: Problem) -> int:
    (grid,) = compile_week(asked).grids
    assert is_long(grid)
    people = [asked.requests[r].people for r in grid.request]
    worth = {s: sum(p for n, p in enumerate(people) if s >> n & 1) for s in _sets(grid)}
    pairs = combinations_with_replacement(sorted(worth), 2)
    return max(worth[a] + worth[b] for a, b in pairs if not a & b)


@pytest.mark.parametrize("seed", range(4))
def test_proved_optimum_is_the_best_of_all(seed: int) -> None:
    asked = day(seed, SITES)
    plan = solve(asked, Limits(seconds=120.0), seed).plan
    assert plan.status == "optimal"
    assert plan.score == plan.bound == _most(asked)


@pytest.mark.parametrize("seed", range(2))
def test_kilometres_that_cost_are_proved_too(seed: int) -> None:
    """They leave no step of scores, so that lists close the whole gap."""
    asked = day(seed, SITES)
    km = asked.travel.minutes / 60.0
    priced = replace(
        asked,
        travel=Travel(asked.travel.locations, asked.travel.minutes.copy(), km),
        objective=Objective(1.0, 0.5, 0.0, 0.0),
    )
    plan = solve(priced, Limits(seconds=120.0), seed).plan
    assert plan.status == "optimal"
    assert plan.score <= _most(asked)
