"""What the engine's plan must agree with."""

from collections.abc import Mapping
from functools import cache

from optimizer.check import check
from optimizer.plan import Plan
from optimizer.problem import Problem
from optimizer.solve import Limits, solve
from tests.optimizer.oracles.brute_force import Best, best_by_missed
from tests.optimizer.oracles.tiny import tiny

CENT = 0.0101
"""Scores and bounds are printed to 0.01."""


@cache
def best_of_tiny(seed: int) -> Mapping[int, Best]:
    """The true optimum of ``tiny(seed)``, enumerated once."""
    return best_by_missed(tiny(seed))


def solved(problem: Problem, seconds: float = 5.0, seed: int = 0) -> Plan:
    """The engine's plan, which the checker must accept."""
    plan = solve(problem, Limits(seconds, 1), seed).plan
    assert check(problem, plan) == ()
    return plan


def assert_sound(plan: Plan, best: Mapping[int, Best]) -> None:
    """The plan is possible and its bound is above every plan that misses no more promises."""
    reachable = [b.score for missed, b in best.items() if missed <= plan.must_serve_missed]
    assert plan.score <= max(reachable) + CENT
    assert plan.bound is None or plan.bound >= max(reachable) - CENT


def assert_best(plan: Plan, best: Mapping[int, Best]) -> None:
    """The plan is proved and its both levels are the true optimum."""
    assert_sound(plan, best)
    assert plan.status == "optimal"
    assert plan.must_serve_missed == min(best)
    allowed = CENT + 1e-4 * max(1.0, abs(plan.score))
    assert plan.score >= best[min(best)].score - allowed
