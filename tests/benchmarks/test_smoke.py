"""Every benchmark runs through on a small week and leaves valid plans or a table."""

import pytest

from optimizer.check import check
from tests.benchmarks import estimate, regencies
from tests.benchmarks.growth import point, table
from tests.benchmarks.papers import printing
from tests.benchmarks.peers import SOLVERS, measured, row
from tests.optimizer.weeks import Recipe, make

SMALL = make(Recipe(seed=1, letters=6, sessions=2, teams=2, vehicles=3))

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("solver", SOLVERS)
def test_peer_answers_with_a_valid_plan(solver: str):
    run = measured(solver, SMALL, 3.0, seed=1)
    assert check(SMALL, run.plan) == ()
    assert run.plan.duties
    assert row("kecil", run, None).count("|") == 9


def test_growth_of_one_size():
    assert "| 4 | 2 |" in table([point(4, 3.0)])


def test_estimate_of_two_sizes():
    assert "| 10 |" in estimate.table((5, 10))


def test_a_projection_shows_its_arithmetic():
    side = regencies.Side(workers=2, pool=60.0, dask=64.0)
    assert "| 2 | 60.0 | 64.0 | 0.94 | 3.20 |" in regencies.table([side], 40)
    told = regencies.projection(side, 40, seconds=1.0)
    assert "60 + 2.00 + 0.20 = 62.20 s" in told
    assert "514 regencies and cities x 62.20 s = 31971 s = 8.9 hours" in told


def test_papers_of_one_size():
    assert "| 15 | 94 |" in printing((1,))
