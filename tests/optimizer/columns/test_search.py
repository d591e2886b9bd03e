"""Exact search against plain enumeration of every duty of tiny classes."""

import math
from itertools import permutations, product

import numpy as np
import pytest

from optimizer.columns.completion import completion_bounds
from optimizer.columns.grid import Floats, Grid
from optimizer.columns.points import points_of
from optimizer.columns.search import search_duties
from optimizer.columns.week import compile_week
from tests.optimizer.oracles.tiny import tiny


def _grids() -> list[Grid]:
    return [grid for seed in range(12) for grid in compile_week(tiny(seed)).grids[:2]]


def _worth(grid: Grid, gain: Floats, nodes: tuple[int, ...], options: tuple[int, ...]) -> float:
    """Gain less km cost, or minus infinity if the duty does not fit its minutes."""
    here, now, worth = grid.depot, 0, 0.0
    for node, option in zip(nodes, options, strict=True):
        place = int(grid.place[node])
        start = max(now + int(grid.legs[here, place]), int(grid.opens[node]))
        now = start + int(grid.minutes[option])
        if now > grid.closes[node]:
            return -math.inf
        worth += gain[option] - grid.km_cost[here, place]
        here = place
    back = now + grid.legs[here, grid.depot]
    return worth - grid.km_cost[here, grid.depot] if back <= grid.horizon else -math.inf


def _every_duty(grid: Grid, gain: Floats) -> dict[tuple[tuple[int, ...], tuple[int, ...]], float]:
    found = {}
    for count in range(1, grid.request.size + 1):
        for nodes in permutations(range(grid.request.size), count):
            if len({int(grid.request[node]) for node in nodes}) < count:
                continue
            spans = (range(grid.first[node], grid.first[node + 1]) for node in nodes)
            for options in product(*spans):
                worth = _worth(grid, gain, nodes, options)
                if worth > -math.inf:
                    found[nodes, options] = worth
    return found


@pytest.mark.parametrize("number", range(15))
def test_best_duty_is_the_best_of_all(number: int) -> None:
    grid = _grids()[number]
    gain = np.random.default_rng(number).normal(2.0, 3.0, grid.people.size)
    bounds = completion_bounds(grid, gain)
    found = search_duties(grid, gain, bounds, -1e6, 0.0, grid.request.size, 10**6, False)
    assert found.complete
    assert found.ceiling == pytest.approx(max(_every_duty(grid, gain).values(), default=-1e6))


@pytest.mark.parametrize("number", range(0, 15, 3))
def test_every_sequence_and_every_head_count_above_a_floor_is_listed(number: int) -> None:
    grid = _grids()[number]
    gain = np.random.default_rng(number).normal(2.0, 3.0, grid.people.size)
    duties = _every_duty(grid, gain)
    floor = float(np.median(list(duties.values()))) if duties else 0.0
    bounds = completion_bounds(grid, gain)
    found = search_duties(grid, gain, bounds, floor, np.inf, 10**5, 10**6, True)
    rows, options, _, complete = points_of(grid, gain, found.nodes, found.lengths, floor, 10**5)
    listed = {
        (tuple(found.nodes[row, :length]), tuple(chosen[:length]))
        for row, chosen in zip(rows, options, strict=True)
        for length in (found.lengths[row],)
    }
    above = {duty for duty, worth in duties.items() if worth > floor + 1e-9}
    assert complete
    assert above <= listed <= set(duties)


def test_a_search_cut_short_still_knows_a_ceiling() -> None:
    grid = max(_grids(), key=lambda one: one.request.size)
    gain = np.ones(grid.people.size)
    bounds = completion_bounds(grid, gain)
    short = search_duties(grid, gain, bounds, -1e6, np.inf, grid.request.size, 1, False)
    assert not short.complete
    assert short.ceiling >= max(_every_duty(grid, gain).values())
