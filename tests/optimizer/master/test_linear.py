"""The linear master where GLOP gives up."""

from dataclasses import replace
from unittest.mock import patch

import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import compile_week
from optimizer.master.simplex import Simplex
from optimizer.search.generation import Generation
from tests.optimizer.oracles.tiny import tiny


@pytest.mark.parametrize("seed", range(5))
def test_generation_comes_to_the_same_bound_with_the_other_solver(seed: int) -> None:
    week = compile_week(replace(tiny(seed, requests=6, teams=2), pins=()))
    usual, other = (Generation(week, Pricer(week, map), allowed_misses=0) for _ in range(2))
    usual.run(lambda: True, lambda bound: None)
    with patch.object(Simplex, "solve", return_value=None):
        other.run(lambda: True, lambda bound: None)
    assert usual.proof is not None and other.proof is not None
    assert other.proof.bound == pytest.approx(usual.proof.bound, rel=1e-5)
