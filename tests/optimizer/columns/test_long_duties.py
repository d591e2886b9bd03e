"""Labelling against plain enumeration, against the depth-first search, and cut short."""

from itertools import pairwise

import numpy as np
import pytest

from optimizer.columns import long_duties, outlook
from optimizer.columns.arcs import Among
from optimizer.columns.completion import completion_bounds
from optimizer.columns.grid import Floats, Grid
from optimizer.columns.long_duties import LongDuties, is_long
from optimizer.columns.search import Found, search_duties
from tests.optimizer.columns.single_option import every_duty, single_option, worth

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

SEEDS = range(40)
PLENTY = 10**5


def _duties(found: Found) -> list[tuple[int, ...]]:
    rows = zip(found.nodes, found.lengths, strict=True)
    return [tuple(map(int, row[:length])) for row, length in rows]


@pytest.mark.parametrize("seed", SEEDS)
def test_best_duty_is_found_and_nothing_above_it(seed: int) -> None:
    grid, gain = single_option(seed)
    best = max(every_duty(grid, gain).values(), default=0.0)
    below, above = (LongDuties(grid).best(gain, best + margin, PLENTY) for margin in (-1e-6, 1e-6))
    assert max(below.values, default=0.0) == pytest.approx(best)
    assert below.ceiling >= best - 1e-9
    assert not above.values.size
    assert above.complete
    assert above.ceiling == best + 1e-6


@pytest.mark.parametrize("seed", SEEDS)
def test_found_duties_are_worth_what_is_said(seed: int) -> None:
    grid, gain = single_option(seed)
    found = LongDuties(grid).best(gain, -1e6, PLENTY)
    assert [worth(grid, gain, duty) for duty in _duties(found)] == pytest.approx(found.values)
    assert all(len({*grid.request[[*duty]]}) == len(duty) for duty in _duties(found))


@pytest.mark.parametrize("seed", SEEDS)
def test_best_duty_to_every_set_of_requests_is_listed(seed: int) -> None:
    grid, gain = single_option(seed)
    duties = every_duty(grid, gain)
    floor = float(np.median(list(duties.values()))) - 1e-7 if duties else 0.0
    best: dict[frozenset[int], float] = {}
    for duty, value in duties.items():
        visited = frozenset(map(int, grid.request[[*duty]]))
        best[visited] = max(value, best.get(visited, -np.inf))
    found = LongDuties(grid).every(gain, floor, PLENTY, PLENTY)
    listed: dict[frozenset[int], float] = {}
    for duty, value in zip(_duties(found), found.values, strict=True):
        visited = frozenset(map(int, grid.request[[*duty]]))
        listed[visited] = max(value, listed.get(visited, -np.inf))
    assert found.complete
    assert listed == pytest.approx({v: w for v, w in best.items() if w > floor})


def _along(among: Among, duty: tuple[int, ...]) -> bool:
    """Whether a duty uses only these arcs; those to and from the depot are free."""
    return all(among[arc] for arc in pairwise(duty))


@pytest.mark.parametrize("seed", SEEDS)
def test_among_given_arcs_the_best_and_every_duty_along_them_are_found(seed: int) -> None:
    grid, gain = single_option(seed)
    among = np.random.default_rng(seed).random((grid.request.size + 1,) * 2) < 0.5
    duties = {d: w for d, w in every_duty(grid, gain).items() if _along(among, d)}
    best = max(duties.values(), default=0.0)
    searched = LongDuties(grid, among)
    below, above = (searched.best(gain, best + gap, PLENTY) for gap in (-1e-6, 1e-6))
    assert max(below.values, default=0.0) == pytest.approx(best)
    assert all(_along(among, duty) for duty in _duties(below))
    assert above.complete
    assert above.ceiling == best + 1e-6
    floor = float(np.median(list(duties.values()))) - 1e-7 if duties else 0.0
    listed = searched.every(gain, floor, PLENTY, PLENTY)
    wanted = {frozenset(map(int, grid.request[[*d]])) for d, w in duties.items() if w > floor}
    assert listed.complete
    assert {frozenset(map(int, grid.request[[*d]])) for d in _duties(listed)} == wanted


def _deepest(grid: Grid, gain: Floats) -> float:
    """The best duty's worth by depth-first search."""
    bounds = completion_bounds(grid, gain)
    deep = search_duties(grid, gain, bounds, 0.0, 0.0, grid.request.size, 10**6, False)
    assert deep.complete
    return float(deep.ceiling)


@pytest.mark.parametrize("seed", range(12))
def test_depth_first_search_agrees(seed: int) -> None:
    grid, gain = single_option(seed, nodes=14, requests=11)
    best = _deepest(grid, gain)
    found = LongDuties(grid).best(gain, best - 1e-6, PLENTY)
    assert max(found.values, default=0.0) == pytest.approx(best)


@pytest.mark.parametrize("seed", range(12))
def test_remembering_more_little_by_little_finds_the_same(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid, gain = single_option(seed, nodes=14, requests=11)
    best = _deepest(grid, gain)
    monkeypatch.setattr(long_duties, "QUICK", 0)
    climbing = LongDuties(grid)
    for floor in (0.0, best - 1e-6, best + 1e-6):
        found = climbing.best(gain, floor, PLENTY, thorough=True)
        assert found.complete
        assert found.ceiling >= best - 1e-9
        assert bool(found.values.size) == (best > floor)
    assert found.ceiling == best + 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_bounds_for_slots_of_several_minutes_lose_no_duty(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid, gain = single_option(seed, nodes=14, requests=11)
    best = _deepest(grid, gain)
    monkeypatch.setattr(outlook, "SLOTS", 8)
    below, above = (LongDuties(grid).best(gain, best + d, PLENTY) for d in (-1e-6, 1e-6))
    assert max(below.values, default=0.0) == pytest.approx(best)
    assert above.ceiling == best + 1e-6


@pytest.mark.parametrize("seed", range(10))
def test_a_labelling_cut_short_still_knows_a_ceiling(seed: int) -> None:
    grid, gain = single_option(seed, nodes=7, requests=7)
    best = max(every_duty(grid, gain).values(), default=0.0)
    for effort in (1, 2, 5, 10, 20, 50, 100):
        short = LongDuties(grid)
        assert short.best(gain, 0.0, effort).ceiling >= best - 1e-9
        assert short.every(gain, 0.0, PLENTY, effort).ceiling >= best - 1e-9


@pytest.mark.parametrize("seed", range(10))
def test_a_thorough_search_cut_short_keeps_what_the_first_glance_finds(seed: int) -> None:
    grid, gain = single_option(seed, nodes=14, requests=11)
    for effort in (2, 5, 10, 20, 40):
        glance = LongDuties(grid).best(gain, 0.0, effort)
        thorough = LongDuties(grid).best(gain, 0.0, effort, thorough=True)
        assert thorough.values.size or not glance.values.size


def test_a_list_without_room_is_not_complete() -> None:
    grid, gain = single_option(3)
    count = LongDuties(grid).every(gain, -1e6, PLENTY, PLENTY).values.size
    assert LongDuties(grid).every(gain, -1e6, count, PLENTY).complete
    assert not LongDuties(grid).every(gain, -1e6, count - 1, PLENTY).complete


def test_several_options_or_few_stops_are_left_to_the_depth_first_search() -> None:
    grid, _ = single_option(0, nodes=14, requests=14)
    assert is_long(grid._replace(minutes=np.ones(14, dtype=np.int64)))
    assert not is_long(grid._replace(minutes=np.full(14, grid.horizon // 2)))
    assert not is_long(grid._replace(minutes=np.zeros(14, dtype=np.int64)))
    assert not is_long(grid._replace(first=2 * grid.first))
