"""Faults between the parts of a problem, also when it is built in code."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from optimizer.clock import Span
from optimizer.faults import InvalidDocument
from optimizer.problem import Depot, Pin
from tests.optimizer.builders import BASE, MONDAY, TUESDAY, kit, request, span, team, vehicle


def faults(**parts: Any) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        replace(BASE, **parts)
    return [fault.path for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"days": BASE.days * 2}, "days[1].date"),
        ({"depots": BASE.depots * 2}, "depots[1].id"),
        ({"teams": (team(), team())}, "teams[1].id"),
        ({"vehicles": (vehicle(), vehicle())}, "vehicles[1].id"),
        ({"kits": (kit(), kit())}, "kits[1].id"),
        ({"requests": (request(), request())}, "requests[1].id"),
        ({"teams": (team(depot="mars"),)}, "teams[0].depot"),
        ({"vehicles": (vehicle(depot="mars"),)}, "vehicles[0].depot"),
        ({"kits": (kit(depot="mars"),)}, "kits[0].depot"),
        ({"depots": (Depot("raci", "", 3),)}, "depots[0].location"),
        ({"requests": (request(location=3),)}, "requests[0].location"),
        ({"pins": (Pin("R9"),)}, "pins[0].request"),
        ({"pins": (Pin("R1", date=TUESDAY),)}, "pins[0].date"),
        ({"pins": (Pin("R1", team="T9"),)}, "pins[0].team"),
        ({"pins": (Pin("R1", vehicle="V9"),)}, "pins[0].vehicle"),
        ({"pins": (Pin("R1", people=4),)}, "pins[0].people"),
    ],
)
def test_one_fault(parts: dict[str, Any], path: str):
    assert faults(**parts) == [path]


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"teams": (team(shifts={MONDAY: Span(420, 1440)}),)}, f"teams[0].shifts.{MONDAY}"),
        (
            {"requests": (request(windows={MONDAY: (Span(420, 1440),)}),)},
            f"requests[0].windows.{MONDAY}",
        ),
        ({"days": (replace(BASE.days[0], breaks=(Span(720, 1440),)),)}, "days[0].breaks"),
    ],
)
def test_times_lie_within_their_day(parts: dict[str, Any], path: str):
    assert faults(**parts) == [path]
    days = parts.pop("days", BASE.days)
    longer = tuple(replace(day, minutes=1441) for day in days)
    assert replace(BASE, **parts, days=longer).days == longer


@pytest.mark.parametrize("people", [5, 20])
def test_pinned_people_within_bounds(people: int):
    assert replace(BASE, pins=(Pin("R1", people=people),)).pins[0].people == people


@pytest.mark.parametrize(
    ("second", "clash"), [(("13:00", "14:00"), False), (("12:59", "14:00"), True)]
)
def test_breaks_may_touch_but_not_overlap(second: tuple[str, str], clash: bool):
    day = replace(BASE.days[0], breaks=(span("12:00", "13:00"), span(*second)))
    if clash:
        assert faults(days=(day,)) == ["days[0].breaks"]
    else:
        assert replace(BASE, days=(day,)).days == (day,)


@pytest.mark.parametrize("cell", [-1.0, float("nan"), float("inf"), 1e10])
@pytest.mark.parametrize("name", ["minutes", "km"])
def test_cell_of_a_matrix(name: str, cell: float):
    matrix = getattr(BASE.travel, name).copy()
    matrix[0, 1] = cell
    assert faults(travel=replace(BASE.travel, **{name: matrix})) == [f"travel.{name}[0][1]"]


def test_diagonal():
    assert faults(travel=replace(BASE.travel, km=np.ones((3, 3)))) == [
        "travel.km[0][0]",
        "travel.km[1][1]",
        "travel.km[2][2]",
    ]


def test_shape():
    assert faults(travel=replace(BASE.travel, km=np.zeros((2, 3)))) == ["travel.km"]


@pytest.mark.parametrize("point", [(-91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0)])
def test_point_on_earth(point: tuple[float, float]):
    locations = (*BASE.travel.locations[:2], point)
    assert faults(travel=replace(BASE.travel, locations=locations)) == ["travel.locations[2]"]
