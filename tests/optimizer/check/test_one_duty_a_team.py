"""A team has at most one duty a date."""

from dataclasses import replace

from optimizer.problem import Day
from tests.optimizer.builders import PLAN, TUESDAY, broken, problem, request, team, vehicle

ASKED = problem(
    request("R1"),
    request("R2"),
    teams=(team("T1"), team("T2")),
    vehicles=(vehicle("V1"), vehicle("V2")),
)
OTHER = replace(
    PLAN, team="T2", vehicle="V2", kits=("K2",), stops=(replace(PLAN.stops[0], request="R2"),)
)


def test_one_duty():
    assert broken(ASKED, PLAN) == []


def test_two_duties_side_by_side():
    assert broken(ASKED, PLAN, OTHER) == []


def test_twice_the_same_team():
    assert broken(ASKED, PLAN, replace(OTHER, team="T1")) == ["1-tim"]


def test_another_date_is_another_duty():
    week = replace(ASKED, days=(*ASKED.days, Day(TUESDAY)))
    assert broken(week, PLAN, replace(OTHER, team="T1", date=TUESDAY)) == []
