"""Value objects of the problem guard their own bounds and answer simple questions."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from optimizer.faults import InvalidDocument
from optimizer.problem import Depot, Objective, Pin, Travel
from tests.optimizer.builders import (
    BASE,
    MONDAY,
    PLAN,
    TUESDAY,
    problem,
    request,
    team,
    vehicle,
)


@pytest.mark.parametrize(
    ("build", "changes"),
    [
        (team, {"crew": 0}),
        (team, {"operators": -1}),
        (vehicle, {"seats": -1}),
        (vehicle, {"kit_slots": -1}),
        (request, {"people": 0}),
        (request, {"people": 10**400}),
        (request, {"weight": float("nan")}),
        (request, {"minutes_per_person": Decimal(-1)}),
        (request, {"minutes_per_person": Decimal("NaN")}),
        (request, {"fixed_minutes": -1}),
        (request, {"max_duties_per_day": 0}),
        (request, {"location": -1}),
    ],
)
def test_field_out_of_bounds(build: Any, changes: dict[str, Any]):
    with pytest.raises(InvalidDocument) as caught:
        build(**changes)
    assert [fault.path for fault in caught.value.faults] == list(changes)


def test_all_fields_at_once():
    with pytest.raises(InvalidDocument) as caught:
        Objective(-1, -1, float("inf"), 1)
    assert len(caught.value.faults) == 3


@pytest.mark.parametrize("build", [lambda: Depot("D", "", -1), lambda: Pin("R1", people=-1)])
def test_small_records(build: Any):
    with pytest.raises(InvalidDocument):
        build()


@pytest.mark.parametrize(
    ("changes", "fewest"),
    [
        ({"min_people": 5}, 5),
        ({"min_people": 50}, 20),
        ({"min_people": 0}, 0),
        ({"min_people": 5, "fixed_minutes": 60}, 20),
    ],
)
def test_fewest_people_of_a_stop(changes: dict[str, Any], fewest: int):
    assert request(**changes).fewest == fewest


def test_lookups_by_name():
    assert BASE.request["R1"] is BASE.requests[0]
    assert BASE.team["T1"] is BASE.teams[0]
    assert BASE.vehicle["V1"] is BASE.vehicles[0]
    assert BASE.depot["raci"] is BASE.depots[0]
    assert BASE.day[MONDAY] is BASE.days[0]


def test_promised_dates_are_of_requests_still_asked():
    moved = replace(PLAN, date=TUESDAY)
    gone = replace(PLAN, stops=(replace(PLAN.stops[0], request="R9"),))
    asked = problem(request(), previous=(PLAN, PLAN, moved, gone))
    assert asked.promised_dates == {("R1", MONDAY), ("R1", TUESDAY)}


@pytest.mark.parametrize(("minutes", "whole"), [(0.0, 0), (0.1, 1), (20.0, 20), (20.01, 21)])
def test_legs_are_rounded_up(minutes: float, whole: int):
    matrix = np.array([[0.0, minutes], [minutes, 0.0]])
    assert Travel(((0.0, 0.0),) * 2, matrix, matrix.copy()).whole_minutes[0, 1] == whole


def test_travel_is_a_value():
    matrix = np.zeros((1, 1))
    one, same = (Travel(((0.0, 0.0),), matrix.copy(), matrix.copy()) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != Travel(((0.0, 1.0),), matrix.copy(), matrix.copy())
    with pytest.raises(ValueError, match="read-only"):
        one.km[0, 0] = 1
