"""One vehicle for three kecamatan: the real solver sends it where the wait is longest.

The solver counts its work instead of the time, so a busy machine changes nothing.
"""

import datetime as dt

from data.assemble import Office, assemble, places_of
from data.fleet_records import Vehicle
from data.gazetteer import load_gazetteer
from data.kenduren import SessionRules, held, sessions, shortfall
from data.planning_rules import KindRules, PlanningRules
from data.requests import Kind
from data.travel import GeodesicEstimate
from data.weekdays import dates_of_week, week_of
from data.working_days import WorkingDays
from data.working_days_records import OfficeCalendar, Period
from optimizer.solve import Limits, solve
from tests.data.builders import FULL_DAY, MONDAY, fleet, rules

# Bangil is next to the depot, Tosari in the mountains.
PLACES = [load_gazetteer().find_kecamatan(name) for name in ("Bangil", "Kejayan", "Tosari")]
SESSIONS = SessionRules(people=40, services=frozenset({"civil_registry"}))


def office() -> Office:
    """Works on Mondays only, with one vehicle that can hold one session a day."""
    base = fleet()
    vehicle = Vehicle(
        id="KM1",
        name="Kenduren Mas 1",
        depot="raci",
        kind="kenduren_mas",
        seats=6,
        kit_slots=3,
        services=frozenset({"pencatatan_sipil"}),
    )
    whole = type(base)(base.depots, base.teams, (vehicle,), base.kits)
    closed = tuple(
        Period(name="tutup", first=first, last=first + dt.timedelta(days=5))
        for first in (MONDAY + dt.timedelta(days=1, weeks=week) for week in range(6))
    )
    session = KindRules(
        hours=(FULL_DAY,), vehicle_kinds=frozenset({"kenduren_mas"}), fixed_minutes=180
    )
    kinds = dict(rules().kinds) | {Kind.KENDUREN_MAS: session}
    policy = PlanningRules(kinds, rules().objective)
    return Office(
        "35.14", "Asia/Jakarta", whole, WorkingDays(OfficeCalendar(closed=closed)), policy
    )


def test_every_kecamatan_has_its_turn():
    place, last_held, visited = office(), {}, []
    for number in range(3):
        week = week_of(MONDAY + dt.timedelta(weeks=number))
        asked = sessions(PLACES, week, last_held, SESSIONS)
        travel = GeodesicEstimate().matrix(places_of(place.fleet, asked, frozenset())).travel
        plan = solve(assemble(place, week, asked, travel), Limits(work=20)).plan
        assert "2 kecamatan tanpa sesi" in (shortfall(asked, plan) or "")
        assert dates_of_week(week)[0] in held(plan).values()
        visited += held(plan)
        last_held = last_held | held(plan)
    assert sorted(visited) == sorted(kecamatan.code for kecamatan in PLACES)
