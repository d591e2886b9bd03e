"""A population keeps its best plans, merges new ones with them, and hands plans on."""

from collections.abc import Sequence
from time import monotonic

import pytest

from optimizer.columns.week import compile_week
from optimizer.search.allowance import Allowance
from optimizer.search.incumbent import Incumbent
from optimizer.search.merging import Duties
from optimizer.search.population import BEST, NEW, Population
from optimizer.search.recreate.recreation import Recreation
from tests.optimizer.search.many_stops import day

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

SITES = 16


class Merger:
    """Notes what it was given; gives the first back."""

    def __init__(self) -> None:
        self.given: list[Sequence[Duties]] = []

    def merged(self, plans: Sequence[Duties], _: Allowance) -> Duties:
        self.given.append(plans)
        return plans[0]


def _population(seconds: float) -> tuple[Population, Incumbent]:
    week = compile_week(day(2, SITES))
    Recreation(week, (), 1).run(1, 1.0)  # compiled before the clock runs
    incumbent = Incumbent(week)
    return Population(week, incumbent, Allowance(monotonic(), seconds, 1)), incumbent


def test_plans_are_merged_with_the_best_ones_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    population, incumbent = _population(3.0)
    merger = Merger()
    monkeypatch.setattr(population, "_merging", merger)
    population.run(1)
    assert incumbent.worth is not None
    assert merger.given
    assert all(NEW < len(plans) <= NEW + BEST for plans in merger.given)


def test_a_proof_ends_it_at_once() -> None:
    population, incumbent = _population(60.0)
    incumbent.offer(())
    incumbent.prove(0.0)
    assert incumbent.optimal()
    begun = monotonic()
    population.run(1)
    assert monotonic() - begun < 5.0


def test_time_that_is_over_leaves_nothing_to_do() -> None:
    population, incumbent = _population(0.0)
    population.run(1)
    assert incumbent.worth is None
