"""Ruin and recreate: valid at every moment, repeatable, and as good as trying everything."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from data.toptw.instance import Instance
from data.toptw.reader import read_instance
from data.toptw.referee import faults_of, profit_of
from data.toptw.week import problem_of
from optimizer.check import check
from optimizer.columns.week import compile_week
from optimizer.master.manning import Manned, usable_slots
from optimizer.problem import Problem
from optimizer.score import worth
from optimizer.search.hand_out import print_duties
from optimizer.search.recreate.recreation import Recreation
from tests.data.toptw.library import instance_text
from tests.optimizer.builders import plan
from tests.optimizer.oracles.tiny import tiny

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

CUSTOMERS = 6


def searched(problem: Problem, rounds: int, seed: int = 1) -> Recreation:
    week = compile_week(problem)
    search = Recreation(week, (), seed)
    for step in range(4):
        search.run(rounds // 4, step / 4)
    return search


def valid(problem: Problem, manned: Sequence[Manned]) -> bool:
    duties = print_duties(compile_week(problem), manned)
    assert len(duties) == len(manned)
    return check(problem, plan(problem, *duties)) == ()


def best_profit(instance: Instance, vehicles: int) -> float:
    """Every way to drive, by set of customers, and every way to share customers out."""
    single = {frozenset[int](): 0.0}
    for length in range(1, CUSTOMERS + 1):
        for route in permutations(range(1, CUSTOMERS + 1), length):
            if frozenset(route) not in single and not list(faults_of(instance, 1, [route])):
                single[frozenset(route)] = profit_of(instance, [route])
    if vehicles == 1:
        return max(single.values())
    return max(a + b for s, a in single.items() for t, b in single.items() if not s & t)


@pytest.mark.parametrize("vehicles", [1, 2])
@pytest.mark.parametrize("seed", range(8))
def test_as_good_as_every_set_of_routes(seed: int, vehicles: int):
    text = instance_text(seed, CUSTOMERS, horizon=190 + 20 * (seed % 3), width=60 * (1 + seed % 2))
    instance = read_instance(text, "s")
    problem = problem_of(instance, vehicles)
    search = searched(problem, 400)
    assert search.score == best_profit(instance, vehicles)
    assert valid(problem, search.best())


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_plans_and_kept_duties_keep_every_rule(seed: int):
    problem = replace(tiny(seed, requests=9, teams=3, most_people=12), pins=())
    week = compile_week(problem)
    assume(week.classes)
    search = searched(problem, 80, seed)
    assert valid(problem, search.best())
    slots = usable_slots(week)
    for column in search.kept(10):
        wanted = week.classes[column.sequence.duty_class]
        assert valid(problem, [(column, next(s for s in slots if s.duty_class == wanted))])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
@example(18547)  # a leg takes longer than the way over a third site
def test_its_score_is_that_of_the_plan(seed: int):
    asked = tiny(seed, requests=9, teams=3)
    optional = tuple(replace(request, must_serve=False) for request in asked.requests)
    problem = replace(asked, requests=optional, pins=())
    assume(compile_week(problem).classes)
    search = searched(problem, 40, seed)
    changes = problem.objective.cost_per_change * len(problem.promised_dates)
    duties = print_duties(compile_week(problem), search.best())
    assert worth(problem, duties).score == pytest.approx(search.score - changes)


def test_same_seed_same_plan():
    problem = problem_of(read_instance(instance_text(5, 40, horizon=400, width=150), "s"), 2)
    first, second = (searched(problem, 200, seed=3) for _ in range(2))
    assert first.best() == second.best()
    assert list(first.kept(99)) == list(second.kept(99))


def test_it_goes_on_from_a_given_plan():
    problem = problem_of(read_instance(instance_text(5, 40, horizon=400, width=150), "s"), 2)
    known = searched(problem, 200)
    other = searched(problem, 4)
    other.adopt(known.best())
    assert other.score >= known.score
    assert valid(problem, other.best())
