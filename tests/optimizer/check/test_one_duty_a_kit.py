"""A kit goes out at most once a date."""

from dataclasses import replace

from tests.optimizer.builders import PLAN, broken, problem, request, team, vehicle

ASKED = problem(
    request("R1"),
    request("R2"),
    teams=(team("T1"), team("T2")),
    vehicles=(vehicle("V1"), vehicle("V2")),
)
OTHER = replace(
    PLAN, team="T2", vehicle="V2", kits=("K2",), stops=(replace(PLAN.stops[0], request="R2"),)
)


def test_each_its_own_kit():
    assert broken(ASKED, PLAN, OTHER) == []


def test_one_kit_in_two_duties():
    assert broken(ASKED, PLAN, replace(OTHER, kits=("K1",))) == ["1-alat"]


def test_one_kit_twice_in_a_duty():
    assert broken(ASKED, replace(PLAN, kits=("K1", "K1"))) == ["1-alat"]
