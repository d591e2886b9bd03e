"""Cuts from patterns hold for every way to serve a request, and cut off what no mixture is."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.columns.patterns import Service
from optimizer.columns.week import compile_week
from optimizer.master.cuts import CLEAR
from optimizer.master.hulls import Hull, hulls
from tests.optimizer.columns.test_patterns import every_pattern, services
from tests.optimizer.weeks import week

Parts = list[tuple[float, int, int]]
parts = st.lists(
    st.tuples(st.sampled_from([0.25, 0.5, 1.0]), st.integers(0, 2), st.integers(1, 7)), max_size=4
)


def stops_of(shares: Parts, service: Service) -> dict[tuple[int, int], float]:
    stops: dict[tuple[int, int], float] = {}
    for share, day, size in shares:
        if day < service.largest.size and service.fewest <= size <= most_of(service, day):
            stops[day, size] = stops.get((day, size), 0.0) + share
    return stops


def most_of(service: Service, day: int) -> int:
    return min(service.people, int(service.largest[day]))


def whole(service: Service) -> bool:
    return any(sum(p for _, p in pattern) == service.people for pattern in every_pattern(service))


@given(services, parts, st.booleans(), st.sampled_from([0.0, 0.5]))
def test_no_pattern_breaks_a_cut(
    service: Service, shares: Parts, must: bool, missed: float
) -> None:
    if must and not whole(service):
        return
    stops = stops_of(shares, service)
    cut = Hull(3, service, must).cut(stops, missed * must)
    if cut is None:
        return
    assert cut.request == 3
    assert cut.excess(stops, missed * must) > CLEAR / 2
    assert not cut.steps[:, 0].any()  # stops for nobody may be in a plan besides
    for pattern in every_pattern(service):
        served = sum(size for _, size in pattern)
        left_out = float(must and served < service.people)
        assert cut.excess(counted(pattern), left_out) <= 1e-6


def counted(pattern: list[tuple[int, int]]) -> dict[tuple[int, int], float]:
    return {at: float(pattern.count(at)) for at in pattern}


@given(services, st.data())
def test_a_mixture_of_patterns_is_never_cut(service: Service, data: st.DataObject) -> None:
    known = list(every_pattern(service))
    both = [data.draw(st.sampled_from(known)) for _ in range(2)]
    stops: dict[tuple[int, int], float] = {}
    for pattern, at in product(both, range(4)):
        if at < len(pattern):
            stops[pattern[at]] = stops.get(pattern[at], 0.0) + 0.5
    if all(len(pattern) <= 4 for pattern in both):
        assert Hull(0, service, must=False).cut(stops, 0.0) is None


def test_three_halves_of_a_large_stop_on_three_days_are_cut_off() -> None:
    """60 of 100 people on each of three days, half of each: 90 served, but whole stops serve 60."""
    service = Service(100, 40, np.array([60, 60, 60]), 1)
    stops = {(day, 60): 0.5 for day in range(3)}
    cut = Hull(0, service, must=False).cut(stops, 0.0)
    assert cut is not None
    assert cut.excess(stops, 0.0) > 0.1
    assert cut.excess({(0, 60): 1.0, (1, 40): 1.0}, 0.0) <= 1e-6


def test_a_cut_forgives_who_is_missed() -> None:
    service = Service(100, 50, np.array([50, 100]), 1)
    stops = {(0, 50): 0.5, (1, 75): 0.5}
    cut = Hull(0, service, must=True).cut(stops, 0.0)
    assert cut is not None
    assert cut.forgiven > 0
    assert cut.excess({(0, 50): 1.0}, 0.0) > 0.01
    assert cut.excess({(0, 50): 1.0}, 1.0) <= 1e-6


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sessions_at_one_go_have_no_patterns(seed: int) -> None:
    compiled = compile_week(week("S", seed=seed))
    found = hulls(compiled)
    assert found
    assert all(compiled.problem.requests[index].fixed_minutes is None for index in found)
