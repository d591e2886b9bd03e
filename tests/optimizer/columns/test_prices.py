"""Prices between two are worth to a duty what lies between."""

import numpy as np
import pytest

from optimizer.columns.prices import mixed_prices, no_prices, reduced_worth
from optimizer.columns.week import compile_week
from optimizer.search.greedy import greedy_columns
from tests.optimizer.weeks import week

WEEK = compile_week(week("S", seed=1))
COLUMNS = greedy_columns(WEEK)


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_worth_is_mixed_as_the_prices_are(share: float) -> None:
    free, dear = no_prices(WEEK), no_prices(WEEK)
    dear.person[:] = np.linspace(0.0, 2.0, dear.person.size)
    dear.visit[:] = 3.0
    people = np.arange(1.0 + WEEK.requested.max())
    for request in range(0, dear.person.size, 2):
        dear.toll[request] = 0.1 * people[None]  # type: ignore[index]
    mixed = mixed_prices(free, dear, share)
    for column in COLUMNS:
        worths = [reduced_worth(WEEK, prices, column) for prices in (free, dear)]
        wanted = (1.0 - share) * worths[0] + share * worths[1]
        assert reduced_worth(WEEK, mixed, column) == pytest.approx(wanted)
