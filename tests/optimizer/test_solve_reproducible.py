"""Counted work: the same input gives the same bytes."""

import json

from optimizer.plan_file import plan_document
from optimizer.problem import Problem
from optimizer.solve import Limits, solve
from tests.optimizer.oracles.tiny import tiny


def _bytes(problem: Problem) -> str:
    result = solve(problem, Limits(work=1), seed=4)
    assert result.reproducible
    return json.dumps(plan_document(result.plan))


def test_same_input_same_bytes() -> None:
    problem = tiny(1)
    assert _bytes(problem) == _bytes(problem)


def test_a_timed_plan_does_not_claim_it() -> None:
    assert not solve(tiny(1), Limits(seconds=3)).reproducible
