"""The two oracles agree with each other and with the checker, on problems of every feature."""

import pytest

from optimizer.check import check
from tests.optimizer.builders import plan
from tests.optimizer.oracles.circuits import solve_circuits
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.oracles.truth import best_of_tiny


@pytest.mark.parametrize("seed", range(60))
def test_they_agree_and_their_plans_are_valid(seed: int):
    problem, best = tiny(seed), best_of_tiny(seed)
    other = solve_circuits(problem, seconds=10)
    assert other.proved
    assert other.duties is not None
    assert other.missed == min(best)
    assert other.score == pytest.approx(best[other.missed].score, abs=1e-3)
    for found in (*best.values(), other):
        written = plan(problem, *found.duties)
        assert check(problem, written) == ()
        assert written.score == pytest.approx(found.score, abs=0.0101)


def test_the_tiny_problems_have_every_feature():
    problems = [tiny(seed) for seed in range(60)]
    requests = [request for problem in problems for request in problem.requests]
    assert any(p.pins for p in problems)
    assert any(p.previous for p in problems)
    assert any(len(p.depots) > 1 for p in problems)
    assert any(day.breaks for p in problems for day in p.days)
    assert any(r.fixed_minutes is not None for r in requests)
    assert any(r.must_serve for r in requests)
    assert any(r.max_duties_per_day > 1 for r in requests)
    assert any(len(spans) > 1 for r in requests for spans in r.windows.values())
    assert any(min(best_of_tiny(seed)) > 0 for seed in range(60))
