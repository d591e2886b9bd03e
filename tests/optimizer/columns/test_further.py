"""Arcs outside a network: what they are worth is never less than the best duty with one of them."""

from itertools import pairwise

import numpy as np
import pytest

from optimizer.columns import outlook
from optimizer.columns.arcs import Among
from optimizer.columns.grid import Floats, Grid
from optimizer.columns.long_duties import LongDuties
from tests.optimizer.columns.single_option import every_duty, single_option

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

PLENTY = 10**5
SEEDS = range(40)
Arc = tuple[int, int]


def _network(seed: int, grid: Grid) -> Among:
    return np.random.default_rng(seed).random((grid.request.size + 1,) * 2) < 0.4


def _best_with_one(grid: Grid, gain: Floats, network: Among) -> dict[Arc, float]:
    """The most that a duty with each arc, all its others being in the network, is worth."""
    best: dict[Arc, float] = {}
    for duty, value in every_duty(grid, gain).items():
        outside = [arc for arc in pairwise(duty) if not network[arc]]
        if len(outside) == 1:
            best[outside[0]] = max(value, best.get(outside[0], -np.inf))
    return best


def _named(arcs: Among) -> set[Arc]:
    return {(int(a), int(b)) for a, b in np.argwhere(arcs)}


@pytest.mark.parametrize("slots", [outlook.SLOTS, 8])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_arc_of_a_better_duty_is_named_and_none_of_the_network(
    seed: int, slots: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlook, "SLOTS", slots)
    grid, gain = single_option(seed)
    network = _network(seed, grid)
    best = _best_with_one(grid, gain, network)
    floor = float(np.median(list(best.values()))) if best else 0.0
    named = _named(LongDuties(grid, network).further(gain, floor, PLENTY, PLENTY))
    assert {arc for arc, value in best.items() if value > floor + 1e-9} <= named
    assert not any(network[arc] for arc in named)


def test_no_more_than_asked_for_are_named_the_best_first() -> None:
    right = 0
    for seed in SEEDS:
        grid, gain = single_option(seed)
        network = _network(seed, grid)
        best = _best_with_one(grid, gain, network)
        named = _named(LongDuties(grid, network).further(gain, -1e6, 1, PLENTY))
        assert len(named) <= 1
        right += bool(best) and named == {max(best, key=lambda arc: best[arc])}
    assert right > len(SEEDS) // 2


def test_without_effort_or_a_better_duty_none_is_named() -> None:
    grid, gain = single_option(0)
    duties = LongDuties(grid, _network(0, grid))
    assert not duties.further(gain, 1e6, PLENTY, PLENTY).any()
    assert not duties.further(gain, -1e6, PLENTY, 0).any()
