"""Counted work: the same input gives the same bytes."""

import json

import pytest

from optimizer.plan_file import plan_document
from optimizer.problem import Problem
from optimizer.solve import Limits, solve
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.weeks import week


def _bytes(problem: Problem, work: int = 1) -> str:
    result = solve(problem, Limits(work=work), seed=4)
    assert result.reproducible
    return json.dumps(plan_document(result.plan))


def test_same_input_same_bytes() -> None:
    problem = tiny(1)
    assert _bytes(problem) == _bytes(problem)


@pytest.mark.slow  # compiles ruin and recreate in a fresh checkout
def test_same_week_same_bytes() -> None:
    problem = week("S", 5)
    assert _bytes(problem, work=4) == _bytes(problem, work=4)


@pytest.mark.slow  # compiles ruin and recreate in a fresh checkout
@pytest.mark.parametrize("work", [0, 1])
def test_counted_work_ends_where_the_proof_does_not(work: int) -> None:
    assert solve(week("M", 3), Limits(work=work), seed=4).reproducible


def test_a_timed_plan_does_not_claim_it() -> None:
    assert not solve(tiny(1), Limits(seconds=3)).reproducible
