"""Pricing of few nodes finds what pricing of all finds."""

from functools import cache

import pytest

from optimizer.columns import pricing
from optimizer.columns.grid import Floats
from optimizer.columns.prices import Prices
from optimizer.columns.pricing import Priced, Pricer, Search
from optimizer.columns.week import Week, compile_week
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from tests.optimizer.weeks import week

ALL = 1 << 30


@cache
def _priced_after(rounds: int, seed: int) -> tuple[Week, Prices, Floats]:
    """A week, and prices and duals of its master after some rounds."""
    compiled = compile_week(week("S", seed))
    generation = Generation(compiled, Pricer(compiled, map), allowed_misses=ALL)
    generation.master.add(greedy_columns(compiled))
    turns = iter(range(rounds))
    answer = generation.run(lambda: next(turns, None) is not None, lambda bound: None)
    overhead = compiled.problem.objective.cost_per_duty
    return compiled, answer.prices, answer.duty + overhead


def _price(
    compiled: Week, prices: Prices, floors: Floats, search: Search, many: int
) -> list[Priced]:
    before, pricing.MANY = pricing.MANY, many
    try:
        return Pricer(compiled, map).price(prices, floors, search)
    finally:
        pricing.MANY = before


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("rounds", [1, 4, 100])
@pytest.mark.parametrize("below", [0.0, 20.0])
def test_screens_change_nothing(seed: int, rounds: int, below: float) -> None:
    compiled, prices, duals = _priced_after(rounds, seed)
    for search in (Search(), Search(every=True, room=20_000)):
        found = _price(compiled, prices, duals - below, search, 1)
        plain = _price(compiled, prices, duals - below, search, ALL)
        for one, other in zip(found, plain, strict=True):
            assert one.complete and other.complete
            assert one.ceiling == pytest.approx(other.ceiling)
            assert sorted(one.values) == pytest.approx(sorted(other.values))
            if search.every:
                assert set(one.columns) == set(other.columns)


@pytest.mark.parametrize("seed", range(4))
def test_the_ceiling_holds_where_few_nodes_are_looked_at(seed: int) -> None:
    compiled, prices, duals = _priced_after(1, seed)
    found = _price(compiled, prices, duals, Search(nodes=3), 1)
    plain = _price(compiled, prices, duals, Search(), ALL)
    assert not all(one.complete for one in found)
    for one, other in zip(found, plain, strict=True):
        assert one.ceiling >= other.ceiling - 1e-9
        assert len(one.columns) <= len(other.columns)
        if one.complete:
            assert one.ceiling == pytest.approx(other.ceiling)


def test_no_node_may_be_of_use() -> None:
    compiled, prices, duals = _priced_after(1, 0)
    floors = duals + 1e6
    for one, floor in zip(_price(compiled, prices, floors, Search(), 1), floors, strict=True):
        assert not one.columns
        assert one.complete
        assert one.ceiling == floor
