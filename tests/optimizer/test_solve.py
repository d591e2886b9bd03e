"""The narrow door: valid plans, true bounds, limits kept, pins refused."""

import datetime as dt
from dataclasses import replace

import pytest

from optimizer.check import check
from optimizer.faults import InvalidDocument
from optimizer.problem import Pin, Problem
from optimizer.result import Progress
from optimizer.solve import Limits, solve
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.weeks import week

SHORT = Limits(seconds=5)
CHANCES = 4


def _solvable(seed: int) -> Problem | None:
    problem = tiny(seed)
    return problem if best_by_missed(problem) else None


@pytest.mark.parametrize("seed", range(25))
def test_agrees_with_brute_force_on_score_and_bound(seed: int) -> None:
    problem = tiny(seed)
    best = best_by_missed(problem)
    if not best:
        with pytest.raises(InvalidDocument):
            solve(problem, SHORT)
        return
    plan = solve(problem, SHORT).plan
    assert check(problem, plan) == ()
    assert plan.must_serve_missed == min(best)
    assert plan.score == pytest.approx(best[min(best)].score, abs=1e-3)
    assert plan.bound == pytest.approx(best[min(best)].score, abs=1e-3)
    assert plan.status == "optimal"


def test_a_limit_is_kept() -> None:
    """By one of a few solves at least: the machine may stop for a while in any of them."""
    kept = 1.05 * SHORT.seconds
    assert any(solve(week("S", seed=3), SHORT).plan.seconds < kept for _ in range(CHANCES))


def test_a_small_week_is_planned_with_progress() -> None:
    heard: list[Progress] = []
    problem = week("S", seed=3)
    plan = solve(problem, SHORT, listener=heard.append).plan
    assert check(problem, plan) == ()
    assert plan.bound is not None and plan.bound >= plan.score > 0
    scores = [progress.score for progress in heard if progress.score]
    assert scores == sorted(scores)


def test_nobody_at_hand_gives_the_empty_plan_with_its_proof() -> None:
    problem = replace(week("S", seed=1), teams=(), pins=(), previous=())
    plan = solve(problem, SHORT).plan
    assert (plan.duties, plan.score, plan.bound, plan.status) == ((), 0.0, 0.0, "optimal")


def test_pins_that_cannot_be_met_together_are_named() -> None:
    problem = next(p for p in map(_solvable, range(100)) if p is not None)
    nowhere = Pin(problem.requests[0].id, date=problem.days[0].date)
    closed = replace(problem.requests[0], windows={dt.date(2020, 1, 1): ()})
    impossible = replace(
        problem, requests=(closed, *problem.requests[1:]), pins=(nowhere,), previous=()
    )
    with pytest.raises(InvalidDocument, match=r"pins\[0\]"):
        solve(impossible, SHORT)
