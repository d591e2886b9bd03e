"""Stops that are a mixture of whole ways to serve a request at sight need no look for a cut."""

import numpy as np
import pytest

from optimizer.columns.patterns import Service
from optimizer.master.cuts import Stops, plainly_mixed
from optimizer.master.hulls import Hull

PEOPLE = 60


@pytest.mark.parametrize(
    ("stops", "must", "mixed"),
    [
        ({(0, 60): 0.4, (1, 60): 0.6}, True, True),
        ({(0, 60): 0.4, (1, 30): 0.6}, False, True),
        ({(0, 60): 0.4, (1, 30): 0.6}, True, False),
        ({(0, 30): 0.7, (1, 30): 0.7}, False, False),
        ({(0, 30): 1.0, (1, 30): 1.0}, True, True),
        ({}, False, True),
    ],
)
def test_single_stops_and_whole_numbers_are(stops: Stops, must: bool, mixed: bool) -> None:
    assert plainly_mixed(stops, PEOPLE, must) is mixed


@pytest.mark.parametrize("must", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_no_cut_is_lost(seed: int, must: bool) -> None:
    draw = np.random.default_rng(seed)
    service = Service(PEOPLE, 20, np.array([60, 60, 40]), 2)
    shares = draw.dirichlet(np.ones(4))
    counts = [60] * 3 if must else draw.integers(20, 60, 3)
    stops = {(day, int(counts[day])): float(shares[day]) for day in range(2)}
    missed = 1.0 - sum(stops.values()) if must else 0.0
    assert plainly_mixed(stops, PEOPLE, must)
    assert Hull(0, service, must).cut(stops, missed) is None
