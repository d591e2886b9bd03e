"""The engine against both oracles: score, bound and promises."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from optimizer.explain import reasons
from optimizer.problem import Problem
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.circuits import solve_circuits
from tests.optimizer.oracles.odd import odd
from tests.optimizer.oracles.pinned import pinned
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.oracles.truth import CENT, assert_best, best_of_tiny, solved
from tests.optimizer.strategies import problems


@pytest.mark.parametrize("seed", range(40))
def test_every_tiny_problem_is_proved_best(seed: int):
    assert_best(solved(tiny(seed)), best_of_tiny(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40, 600))
def test_many_more_tiny_problems(seed: int):
    assert_best(solved(tiny(seed)), best_of_tiny(seed))


@pytest.mark.parametrize("make", [odd, pinned])
@pytest.mark.parametrize("seed", range(20))
def test_odd_values_and_several_pins(seed: int, make: Callable[[int], Problem]):
    problem = make(seed)
    assert_best(solved(problem), best_by_missed(problem))


@pytest.mark.slow
@pytest.mark.parametrize("make", [odd, pinned])
@pytest.mark.parametrize("seed", range(20, 300))
def test_many_more_odd_values_and_pins(seed: int, make: Callable[[int], Problem]):
    problem = make(seed)
    assert_best(solved(problem), best_by_missed(problem))


def larger(seed: int) -> Problem:
    return tiny(seed, requests=8, teams=3, days=3, most_people=40)


def largest(seed: int) -> Problem:
    return tiny(seed, requests=12, teams=4, days=4, most_people=80)


def assert_sound_beside_circuits(problem: Problem) -> None:
    other = solve_circuits(problem, seconds=60)
    assert other.duties is not None
    plan = solved(problem)
    if other.missed <= plan.must_serve_missed and plan.bound is not None:
        assert plan.bound >= other.score - CENT
    if other.proved:
        assert (plan.must_serve_missed, -plan.score) >= (other.missed, -other.score - CENT)


@pytest.mark.parametrize("seed", range(10))
def test_larger_problems_against_circuits(seed: int):
    assert_sound_beside_circuits(larger(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10, 200))
def test_many_larger_problems_against_circuits(seed: int):
    assert_sound_beside_circuits(larger(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(155, 175))
def test_still_larger_problems_against_circuits(seed: int):
    """Seed 164 once had a bound 0.015 too low: a MIP's default gap."""
    assert_sound_beside_circuits(largest(seed))


@given(problems(pinned=False))
@settings(max_examples=40, deadline=None)
def test_any_valid_problem_gets_a_valid_plan(problem: Problem):
    plan = solved(problem, seconds=2.0)
    assert {row.request: row.reason for row in plan.unserved} == reasons(problem, plan)
