"""Days of many short stops: the proved optimum is that of plain enumeration over sets of sites."""

from dataclasses import replace
from itertools import combinations_with_replacement

import numpy as np
import pytest

from optimizer.clock import Span
from optimizer.columns.grid import Grid
from optimizer.columns.long_duties import is_long
from optimizer.columns.week import compile_week
from optimizer.problem import Objective, Problem, Travel
from optimizer.solve import Limits, solve
from tests.optimizer.builders import MONDAY, kit, problem, request, team, vehicle

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

SITES = 10


def _day(seed: int) -> Problem:
    """Two teams with a kit each, a window at each site, nothing costs but time."""
    draw = np.random.default_rng(seed)
    at = draw.uniform(0, 60, (SITES + 1, 2))
    minutes = np.floor(np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)))
    asked = []
    for place in range(1, SITES + 1):
        opens = int(draw.integers(7 * 60, 14 * 60))
        window = Span(opens, opens + int(draw.integers(30, 100)))
        people, fixed = int(draw.integers(1, 30)), int(draw.integers(5, 30))
        changes = {"people": people, "fixed_minutes": fixed, "windows": {MONDAY: (window,)}}
        asked.append(request(f"R{place}", place, **changes))
    return problem(
        *asked,
        teams=(team("T1", operators=1), team("T2", operators=1)),
        vehicles=(vehicle("V1"), vehicle("V2")),
        kits=(kit("K1"), kit("K2")),
        travel=Travel(((0.0, 0.0),) * (SITES + 1), minutes, np.zeros_like(minutes)),
        objective=Objective(1.0, 0.0, 0.0, 0.0),
    )


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
    asked = _day(seed)
    plan = solve(asked, Limits(seconds=120.0), seed).plan
    assert plan.status == "optimal"
    assert plan.score == plan.bound == _most(asked)


@pytest.mark.parametrize("seed", range(2))
def test_kilometres_that_cost_are_proved_too(seed: int) -> None:
    """They leave no step of scores, so that lists close the whole gap."""
    asked = _day(seed)
    km = asked.travel.minutes / 60.0
    priced = replace(
        asked,
        travel=Travel(asked.travel.locations, asked.travel.minutes.copy(), km),
        objective=Objective(1.0, 0.5, 0.0, 0.0),
    )
    plan = solve(priced, Limits(seconds=120.0), seed).plan
    assert plan.status == "optimal"
    assert plan.score <= _most(asked)
