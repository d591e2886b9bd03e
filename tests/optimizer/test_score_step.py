"""Scores are whole multiples of a step where nothing but people, duties and changes count."""

from dataclasses import replace
from math import isclose

from optimizer.problem import Problem
from optimizer.score import score_step
from tests.optimizer.builders import BASE, problem, request


def _free_roads(asked: Problem, **prices: float) -> Problem:
    return replace(asked, objective=replace(asked.objective, cost_per_km=0.0, **prices))


def test_kilometres_leave_no_step():
    assert score_step(BASE) == 0.0


def test_step_divides_people_duties_and_changes():
    assert score_step(_free_roads(BASE, cost_per_duty=2.0, cost_per_change=20.0)) == 1.0
    asked = problem(request(weight=0.6), request("R2", weight=0.9))
    assert isclose(score_step(_free_roads(asked, cost_per_duty=0.0, cost_per_change=0.0)), 0.3)


def test_people_served_together_are_worth_a_step_together():
    asked = problem(request(people=20, fixed_minutes=30), request("R2", people=30, fixed_minutes=9))
    assert score_step(_free_roads(asked, cost_per_duty=0.0, cost_per_change=0.0)) == 10.0


def test_a_worthless_week_has_no_step():
    asked = _free_roads(BASE, value_per_person=0.0, cost_per_duty=0.0, cost_per_change=0.0)
    assert score_step(asked) == 0.0
