"""The generated weeks are what the oracles and benchmarks take them for."""

import json

import pytest

from optimizer.check import check
from optimizer.plan import Plan
from optimizer.problem_file import problem_document, read_problem
from tests.optimizer.weeks import recipe, week
from tests.optimizer.weeks.recipe import SCALES, Size

CLAIMS = {"sisa", "janji", "skor", "7-pin"}
"""Rules about what a whole plan says of itself; a previous plan is only its duties."""


def json_text(problem):
    return json.dumps(problem_document(problem))


def test_same_seed_same_week():
    assert week("S", 5) == week("S", 5)
    assert week("S", 5) != week("S", 6)


@pytest.mark.parametrize("size", ["S", "M"])
def test_size_is_kept(size: Size):
    problem, scale = week(size, 1), SCALES[size]
    letters = [request for request in problem.requests if request.fixed_minutes is None]
    assert scale.letters[0] <= len(letters) <= scale.letters[1]
    assert len(problem.requests) == len(letters) + scale.sessions


@pytest.mark.parametrize("seed", range(8))
def test_written_and_read_again(seed: int):
    problem = week("S", seed)
    assert read_problem(json_text(problem)) == problem


@pytest.mark.parametrize("seed", range(20))
def test_previous_plan_keeps_every_hard_rule(seed: int):
    problem = week("M", seed)
    plan = Plan(problem.week, "feasible", 0, 0.0, None, 0.0, problem.previous)
    assert {violation.rule for violation in check(problem, plan)} <= CLAIMS


def test_seeds_cover_every_trait():
    recipes = [recipe("M", seed) for seed in range(40)]
    for trait in ("tight", "short_windows", "previous"):
        assert {getattr(r, trait) for r in recipes} == {True, False}
    assert {r.depots for r in recipes} == {1, 2}
    assert {r.pins > 0 for r in recipes} == {True, False}
    assert {r.promised for r in recipes} == {0.0, 0.05, 0.2}


@pytest.mark.parametrize("seed", range(20))
def test_pins_come_from_the_previous_plan(seed: int):
    problem = week("M", seed)
    assert len(problem.pins) == recipe("M", seed).pins
    assert {(pin.request, pin.date) for pin in problem.pins} <= problem.promised_dates
