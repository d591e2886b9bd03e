"""Level 2 is the score of the duties, to 0.01."""

from dataclasses import replace

import pytest

from optimizer.problem import Day
from tests.optimizer.builders import BASE, PLAN, TUESDAY, broken, problem, request


@pytest.mark.parametrize(
    ("claimed", "rules"), [(15.0, []), (15.01, []), (14.98, ["skor"]), (float("nan"), ["skor"])]
)
def test_twenty_people_less_twenty_km_and_a_duty(claimed: float, rules: list[str]):
    assert broken(BASE, PLAN, score=claimed) == rules


def test_no_duties():
    assert broken(BASE, score=0.0) == []


def test_weight_is_a_factor():
    assert broken(problem(request(weight=1.5)), PLAN, score=25.0) == []


def test_a_change_costs():
    moved = replace(PLAN, date=TUESDAY)
    asked = replace(BASE, days=(*BASE.days, Day(TUESDAY)), previous=(PLAN,))
    assert broken(asked, moved, score=-5.0) == []
    assert broken(asked, PLAN, score=15.0) == []


def test_same_request_and_date_with_another_team_is_no_change():
    asked = replace(BASE, previous=(replace(PLAN, team="T9", vehicle="V9"),))
    assert broken(asked, PLAN, score=15.0) == []


def test_a_pair_visited_twice_before_is_one_change():
    asked = replace(BASE, previous=(PLAN, replace(PLAN, team="T2")))
    assert broken(asked, score=-20.0) == []


def test_a_request_that_is_gone_costs_nothing():
    gone = replace(PLAN, stops=(replace(PLAN.stops[0], request="R9"),))
    assert broken(replace(BASE, previous=(gone,)), PLAN, score=15.0) == []
