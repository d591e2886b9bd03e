"""Every pin has its stop, with the fields that are not null."""

from dataclasses import replace

import pytest

from optimizer.problem import Day, Pin
from tests.optimizer.builders import (
    BASE,
    MONDAY,
    PLAN,
    TUESDAY,
    broken,
    problem,
    request,
    team,
    vehicle,
)


def test_no_pins():
    assert broken(BASE) == []


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"date": MONDAY},
        {"team": "T1"},
        {"vehicle": "V1"},
        {"people": 20},
        {"date": MONDAY, "team": "T1", "vehicle": "V1", "people": 20},
    ],
)
def test_met(fields: dict):
    assert broken(replace(BASE, pins=(Pin("R1", **fields),)), PLAN) == []


@pytest.mark.parametrize(
    "fields", [{"date": TUESDAY}, {"team": "T2"}, {"vehicle": "V2"}, {"people": 19}]
)
def test_one_field_differs(fields: dict):
    wide = replace(
        BASE,
        days=(*BASE.days, Day(TUESDAY)),
        teams=(team("T1"), team("T2")),
        vehicles=(vehicle("V1"), vehicle("V2")),
    )
    assert broken(replace(wide, pins=(Pin("R1", **fields),)), PLAN) == ["7-pin"]


def test_zero_people_is_not_null():
    asked = problem(request(min_people=0), pins=(Pin("R1", people=0),))
    assert broken(asked, PLAN) == ["7-pin"]


def test_request_is_not_visited():
    assert broken(replace(BASE, pins=(Pin("R1"),))) == ["7-pin"]


def test_one_stop_may_meet_two_pins():
    pins = (Pin("R1", date=MONDAY), Pin("R1", team="T1"))
    assert broken(replace(BASE, pins=pins), PLAN) == []
