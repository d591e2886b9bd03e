"""Rounding cuts hold for every way to split people over stops, and cut something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.master.cuts import covering_cut, rounding_cut, violated_cut


@given(
    people=st.integers(2, 60),
    share=st.floats(0.02, 1.0),
    stops=st.lists(st.integers(0, 60), max_size=8),
)
def test_no_whole_split_breaks_a_cut(people: int, share: float, stops: list[int]) -> None:
    kept: list[int] = []
    for count in stops:
        if sum(kept) + count <= people:
            kept.append(count)
    delta = max(1.01, share * (people + 1))
    cut = rounding_cut(0, people, delta)
    assert sum(cut.step(0, count) for count in kept) <= cut.limit + 1e-6
    whole = [*kept, people - sum(kept)]
    cover = covering_cut(0, people, delta)
    assert sum(cover.step(0, count) for count in whole) <= cover.limit + 1e-6


def test_one_and_a_half_visits_for_all_are_cut_off() -> None:
    stops = {(2, 60): 1.0, (4, 60): 0.5}
    cut = violated_cut(7, 100, stops)
    assert cut is not None
    assert cut.request == 7
    assert cut.excess(stops, 0.0) == pytest.approx(cut.step(0, 60) * 1.5 - cut.limit)
    assert cut.excess(stops, 0.0) > 0.4


def test_a_promise_kept_in_one_and_two_thirds_of_a_visit_is_cut_off() -> None:
    stops = {(0, 60): 5 / 3}
    kept = violated_cut(7, 100, stops, must=True)
    assert kept is not None
    assert kept.excess(stops, 0.0) > 0.3
    cover = covering_cut(7, 100, 60.0)
    assert cover.limit == -2.0
    assert cover.excess(stops, 0.0) > 0.3
    assert cover.excess(stops, 1.0) < -1.0


def test_a_whole_visit_is_not_cut_off() -> None:
    assert violated_cut(7, 100, {(0, 100): 1.0}) is None
    assert violated_cut(7, 100, {(0, 100): 1.0}, must=True) is None
