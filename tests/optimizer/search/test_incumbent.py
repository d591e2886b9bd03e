"""What is noted of a bound where every score is a multiple of a step."""

from dataclasses import replace

import pytest

from optimizer.columns.week import compile_week
from optimizer.problem import Problem
from optimizer.search.incumbent import Incumbent
from tests.optimizer.builders import BASE

FREE_ROADS = replace(BASE, objective=replace(BASE.objective, cost_per_km=0.0))


@pytest.mark.parametrize(
    ("asked", "bound", "noted"),
    [(BASE, 12.75, 12.75), (FREE_ROADS, 12.75, 12.0), (FREE_ROADS, 12.9999999, 13.0)],
)
def test_a_bound_is_noted_down_to_the_step(asked: Problem, bound: float, noted: float) -> None:
    incumbent = Incumbent(compile_week(asked))
    incumbent.offer(())
    incumbent.prove(bound)
    assert incumbent.state() == (0.0, noted)


@pytest.mark.parametrize(("asked", "room"), [(BASE, 0.0), (FREE_ROADS, 1.0)])
def test_a_better_plan_is_better_by_a_step(asked: Problem, room: float) -> None:
    incumbent = Incumbent(compile_week(asked))
    incumbent.offer(())
    assert 0.9 * room <= incumbent.better_score() <= room
