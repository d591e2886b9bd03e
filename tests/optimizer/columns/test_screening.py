"""Bounds over areas against the duties that there are."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from optimizer.columns.areas import Areas, areas_of
from optimizer.columns.completion import completion_bounds
from optimizer.columns.grid import Floats, Grid, only
from optimizer.columns.screening import most_through, screens_of
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


@given(seed=st.integers(0, 10**6), of=st.integers(0, 3), spread=st.floats(0.0, 20.0))
def test_no_duty_through_a_node_is_worth_more(seed: int, of: int, spread: float) -> None:
    grids = compile_week(tiny(seed)).grids
    assume(grids)
    grid = grids[of % len(grids)]
    gain = np.random.default_rng(seed).normal(2.0, spread, grid.people.size)
    screens = screens_of(grid, _areas(grid))
    assume(screens is not None)
    assert screens is not None
    best = _best_through(grid, gain)
    assert (most_through(screens, gain)[best > EVERYTHING] >= best[best > EVERYTHING] - 1e-9).all()


@pytest.mark.parametrize("seed", range(3))
def test_most_nodes_are_told_from_those_of_the_best_duties(seed: int) -> None:
    grid = compile_week(week("S", seed)).grids[0]
    gain = np.random.default_rng(seed).uniform(0.0, 1.0, grid.people.size) * grid.people
    screens = screens_of(grid, _areas(grid))
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
    assert screens_of(grid, _areas(grid)) is not None
    assert screens_of(grid._replace(minutes=minutes), _areas(grid)) is None


def test_areas_are_as_near_as_their_nearest_places() -> None:
    grid = compile_week(week("M", 1)).grids[0]
    places = np.unique(grid.place)
    found = _areas(grid)
    number = len(found.legs)
    assert 1 < number < places.size
    assert set(found.area[places]) == set(range(number))
    for one in places:
        assert (found.away[one, found.area[places]] <= grid.legs[one, places]).all()
        assert (found.back_cost[found.area[places], one] <= grid.km_cost[places, one]).all()
        for other in places:
            between = found.area[one], found.area[other]
            assert found.legs[between] <= grid.legs[one, other]
            assert found.km_cost[between] <= grid.km_cost[one, other]
    for area in range(number):
        inside = places[found.area[places] == area]
        assert found.legs[area, area] == grid.legs[np.ix_(inside, inside)].min()


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
