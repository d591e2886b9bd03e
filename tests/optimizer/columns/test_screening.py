"""Bounds over areas against the duties that there are."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from optimizer.columns.areas import Areas, areas_of, in_units
from optimizer.columns.completion import completion_bounds
from optimizer.columns.grid import Floats, Grid, only
from optimizer.columns.screening import Screens, most_through, screens_of
from optimizer.columns.search import search_duties
from optimizer.columns.week import compile_week
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.weeks import week

EVERYTHING = -1e6


def _areas(grid: Grid) -> Areas:
    return areas_of(grid.legs, grid.km_cost, np.unique(grid.place))


def _best_through(grid: Grid, gain: Floats) -> Floats:
    """Worth of the best duty through each node, from all of them."""
    bounds = completion_bounds(grid, gain)
    found = search_duties(grid, gain, bounds, EVERYTHING, np.inf, 10**5, 10**6, True)
    assert found.complete
    best = np.full(grid.request.size, EVERYTHING)
    for nodes, length, value in zip(found.nodes, found.lengths, found.values, strict=True):
        best[nodes[:length]] = np.maximum(best[nodes[:length]], value)
    return best


def _screens(grid: Grid) -> Screens | None:
    return screens_of({0: grid}).get(0)


def _nearer(grid: Grid, divisor: int, seed: int) -> Grid:
    """Places so near that some are joined, but not as near on the way back."""
    back = np.random.default_rng(seed).integers(0, 3, grid.legs.shape)
    legs = grid.legs // divisor + back
    np.fill_diagonal(legs, 0)
    return grid._replace(legs=legs, km_cost=grid.km_cost + 0.1 * back)


@given(
    seed=st.integers(0, 10**6),
    of=st.integers(0, 3),
    spread=st.floats(0.0, 20.0),
    divisor=st.sampled_from([1, 3, 6, 20]),
)
def test_no_duty_through_a_node_is_worth_more(
    seed: int, of: int, spread: float, divisor: int
) -> None:
    grids = compile_week(tiny(seed)).grids
    assume(grids)
    grid = _nearer(grids[of % len(grids)], divisor, seed)
    gain = np.random.default_rng(seed).normal(2.0, spread, grid.people.size)
    screens = _screens(grid)
    assume(screens is not None)
    assert screens is not None
    best = _best_through(grid, gain)
    assert (most_through(screens, gain)[best > EVERYTHING] >= best[best > EVERYTHING] - 1e-9).all()


@pytest.mark.parametrize("seed", range(3))
def test_most_nodes_are_told_from_those_of_the_best_duties(seed: int) -> None:
    grid = compile_week(week("S", seed)).grids[0]
    gain = np.random.default_rng(seed).uniform(0.0, 1.0, grid.people.size) * grid.people
    screens = _screens(grid)
    assert screens is not None
    through = most_through(screens, gain)
    bounds = completion_bounds(grid, gain)
    best = search_duties(grid, gain, bounds, EVERYTHING, 0.0, grid.request.size, 10**6, False)
    used = through >= best.ceiling - 1e-9
    assert 0 < used.sum() < grid.request.size
    assert best.ceiling <= through.max()


def test_a_stop_without_duration_has_no_screen() -> None:
    grid = compile_week(week("S", 0)).grids[0]
    minutes = grid.minutes.copy()
    minutes[grid.first[3]] = 0
    assert _screens(grid) is not None
    assert _screens(grid._replace(minutes=minutes)) is None


def test_areas_are_as_near_as_their_nearest_places() -> None:
    grid = _nearer(compile_week(week("M", 1)).grids[0], 2, 0)
    places = np.unique(grid.place)
    found = _areas(grid)
    number = len(found.legs)
    assert 1 < number < places.size
    assert set(found.area[places]) == set(range(number))
    inside = [places[found.area[places] == area] for area in range(number)]
    for one in range(number):
        for between, least in ((grid.legs, found.legs), (grid.km_cost, found.km_cost)):
            for other in range(number):
                assert least[one, other] == between[np.ix_(inside[one], inside[other])].min()
    for place in range(len(grid.legs)):
        for area, those in enumerate(inside):
            assert found.away[place, area] == grid.legs[place, those].min()
            assert found.away_cost[place, area] == grid.km_cost[place, those].min()
            assert found.back[area, place] == grid.legs[those, place].min()
            assert found.back_cost[area, place] == grid.km_cost[those, place].min()
    assert (found.legs_back == found.legs.T).all()
    assert (found.km_back == found.km_cost.T).all()


def test_units_are_rounded_down() -> None:
    found = _areas(compile_week(week("S", 1)).grids[0])
    coarse = in_units(found, 4)
    assert (4 * coarse.legs <= found.legs).all()
    assert (4 * coarse.legs > found.legs - 4).all()
    assert (coarse.legs_back == coarse.legs.T).all()
    assert (coarse.away == found.away // 4).all()
    assert (coarse.back == found.back // 4).all()
    assert (coarse.km_cost == found.km_cost).all()


def test_places_far_from_each_other_stay_alone() -> None:
    legs = np.full((4, 4), 30)
    np.fill_diagonal(legs, 0)
    legs[1, 2], legs[2, 1] = 3, 40  # near only one way
    found = areas_of(legs, legs * 0.5, np.array([1, 2, 3]))
    assert found.area[0] == -1
    assert sorted(found.area[1:]) == [0, 1, 2]


def test_a_class_of_some_nodes_keeps_their_options() -> None:
    grid = compile_week(week("S", 2)).grids[0]
    nodes = np.array([1, 4, 5])
    part, options = only(grid, nodes)
    assert (part.request == grid.request[nodes]).all()
    for new, old in enumerate(nodes):
        mine = options[part.first[new] : part.first[new + 1]]
        assert (mine == np.arange(grid.first[old], grid.first[old + 1])).all()
    assert (part.people == grid.people[options]).all()
    assert (part.minutes == grid.minutes[options]).all()
