"""Records the tests of ``data`` share."""

import datetime as dt
from decimal import Decimal
from typing import Any

from data.fleet_records import Absence, Depot, Fleet, Kit, Team, Vehicle
from data.planning_rules import KindRules, PlanningRules
from data.requests import DailyHours, Kind, Precision, Request, Site
from optimizer.problem import Objective

MONDAY = dt.date(2026, 11, 30)
WEEK = "2026-W49"
DATES = tuple(MONDAY + dt.timedelta(days=n) for n in range(5))
FULL_DAY = DailyHours(weekdays=frozenset(range(1, 6)), opens=dt.time(7), closes=dt.time(13))


def request(**columns: Any) -> Request:
    people = columns.pop("people", 90)
    site = Site(
        kecamatan_code="35.14.06",
        kecamatan="Kejayan",
        latitude=columns.pop("latitude", -7.7),
        longitude=112.85,
        precision=Precision.GIVEN,
    )
    base = {
        "id": "R1",
        "kind": Kind.SCHOOL,
        "institution": "SMAN 1 Contoh",
        "site": site,
        "people": people,
        "people_left": people,
    }
    return Request(**(base | columns))


def fleet(*absences: Absence) -> Fleet:
    return Fleet(
        depots=(Depot(id="raci", name="Raci", latitude=-7.5945, longitude=112.8344),),
        teams=(
            Team(
                id="T1",
                name="Tim 1",
                depot="raci",
                roles=("operator", "operator", "pengemudi"),
                services=frozenset({"perekaman"}),
            ),
        ),
        vehicles=(
            Vehicle(
                id="V1", name="Mobil 1", depot="raci", kind="operasional", seats=6, kit_slots=3
            ),
        ),
        kits=(Kit(id="K1", depot="raci"),),
        absences=absences,
    )


def rules(**columns: Any) -> PlanningRules:
    school = KindRules(hours=(FULL_DAY,), **columns)
    session = KindRules(hours=(FULL_DAY,), fixed_minutes=150, no_show=Decimal(0))
    kinds = dict.fromkeys(Kind, school) | {Kind.KENDUREN_MAS: session}
    return PlanningRules(kinds, Objective(1.0, 0.15, 2.0, 20.0))
