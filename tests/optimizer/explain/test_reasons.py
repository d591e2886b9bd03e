"""Each kind of reason: a case where it holds, and the nearest case where it does not."""

from dataclasses import replace
from typing import Any

import pytest

from optimizer.explain import Code, Reason, explain, reasons
from optimizer.plan import Duty
from optimizer.problem import Depot, Pin, Problem, Request
from tests.optimizer.builders import (
    BASE,
    MONDAY,
    PLAN,
    TUESDAY,
    duty,
    kit,
    plan,
    problem,
    request,
    span,
    stop,
    team,
    vehicle,
)


def why(asked: Problem, *duties: Duty, of: str = "R1") -> Reason:
    return explain(asked, plan(asked, *duties))[of]


def code(asked: Request, **parts: Any) -> Code:
    """Reason of a request when nobody goes out."""
    return why(problem(asked, **parts)).code


def test_nobody_left_no_reason():
    assert explain(BASE, plan(BASE, PLAN)) == {}


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ({}, Code.NO_OPEN_DAY),
        ({TUESDAY: (span("07:00", "13:00"),)}, Code.NO_OPEN_DAY),
        ({MONDAY: ()}, Code.NO_OPEN_DAY),
        ({MONDAY: (span("12:10", "12:50"),)}, Code.NO_OPEN_DAY),
        ({MONDAY: (span("07:00", "13:00"),)}, Code.STILL_FITS),
    ],
)
def test_no_open_day(windows: dict, expected: Code):
    assert code(request(windows=windows)) == expected


def test_no_vehicle_kind():
    assert code(request(vehicle_kinds=frozenset({"kenduren_mas"}))) == Code.NO_VEHICLE_KIND


def test_no_services():
    asked = problem(request(services=frozenset({"recording", "printing"})))
    reason = why(asked)
    assert (reason.code, reason.facts) == (Code.NO_SERVICES, {"services": ["printing"]})


def test_services_of_two_depots_do_not_add_up():
    printer = vehicle("V2", depot="bangil", services=frozenset({"printing"}))
    parts = {
        "depots": (Depot("raci", "", 0), Depot("bangil", "", 0)),
        "vehicles": (vehicle(), printer),
    }
    assert code(request(services=frozenset({"printing"})), **parts) == Code.NO_SERVICES


@pytest.mark.parametrize(
    "parts",
    [
        {"teams": (team(shifts={}),)},
        {"teams": (team(operators=0),)},
        {"vehicles": (vehicle(dates=frozenset()),)},
        {"vehicles": (vehicle(seats=3),)},
        {"kits": (kit(dates=frozenset()),)},
        {"kits": ()},
    ],
)
def test_no_crew(parts: dict):
    assert code(request(), **parts) == Code.NO_CREW


@pytest.mark.parametrize(
    ("closes", "expected"),
    [("08:04", Code.OUT_OF_REACH), ("08:05", Code.STILL_FITS)],
)
def test_out_of_reach_to_the_minute(closes: str, expected: Code):
    """Arrival at 07.20; five people take 30 + 15 minutes with two kits."""
    assert code(request(weight=9.0, windows={MONDAY: (span("07:00", closes),)})) == expected


def test_too_far_for_the_shift():
    assert code(request(location=12)) == Code.OUT_OF_REACH


HALF = duty(stop("R1", "07:20", "08:50", 10), depart="07:00", back="09:10")


def full(people: int) -> Problem:
    """R1 is open just long enough for 13 people with one kit."""
    windows = {MONDAY: (span("07:00", "09:10"),)}
    return problem(request(people=people, windows=windows), kits=(kit("K1"),))


def test_too_few_left():
    served = duty(stop("R1", "07:20", "09:08", 13), depart="07:00", back="09:28")
    assert why(full(17), served).code == Code.TOO_FEW_LEFT
    assert why(full(18), served).code == Code.NO_ROOM


def test_a_stop_can_be_longer():
    reason = why(full(20), HALF)
    assert reason.code == Code.STILL_FITS
    assert reason.facts["people"] == 3


def test_a_longer_stop_would_break_a_pin():
    pinned = replace(full(14), pins=(Pin("R1", people=10),))
    assert why(pinned, HALF).code == Code.TOO_FEW_LEFT


def test_an_idle_kit_makes_room():
    spare = replace(full(40), kits=(kit("K1"), kit("K2")))
    assert why(spare, HALF).facts["people"] == 16


BUSY = problem(request("R1"), request("R2", 2, people=60))


def test_no_room_in_the_only_duty():
    both = duty(stop("R2", "07:40", "10:10", 40), depart="07:00", back="10:50", kits=("K1", "K2"))
    asked = problem(
        request("R1", windows={MONDAY: (span("08:00", "10:20"),)}),
        request("R2", 2, people=60, windows={MONDAY: (span("07:40", "10:10"),)}),
    )
    reason = why(asked, both)
    assert reason.code == Code.NO_ROOM
    assert reason.facts == {"duties": 1, "idle": False, "full_days": 0, "open_days": 1}


def test_room_before_the_first_stop():
    late = duty(stop("R2", "09:30", "12:00", 40), depart="08:50", back="13:40", km=40.0)
    reason = why(BUSY, replace(late, kits=("K1", "K2")))
    assert reason.code == Code.STILL_FITS
    assert reason.facts["team"] == "T1"
    assert reason.facts["km"] == 0.0


@pytest.mark.parametrize(("fewest", "expected"), [(41, Code.OUT_OF_REACH), (40, Code.NO_ROOM)])
def test_an_idle_team_has_no_time(fewest: int, expected: Code):
    """T1 alone with two kits would serve 40 until 09.50; T2 is at home but for 50 minutes."""
    asked = problem(
        request("R1", people=60, min_people=fewest, windows={MONDAY: (span("07:00", "09:50"),)}),
        request("R2", 2, windows={MONDAY: (span("07:40", "10:10"),)}),
        teams=(team("T1"), team("T2", shifts={MONDAY: span("07:00", "07:50")})),
        vehicles=(vehicle("V1"), vehicle("V2")),
    )
    other = duty(stop("R2", "07:40", "10:10", 20), depart="07:00", back="10:50", km=40.0)
    reason = why(asked, other)
    assert reason.code == expected
    assert reason.facts.get("idle", True)


@pytest.mark.parametrize(
    ("weight", "expected"), [(0.25, Code.NOT_WORTH), (0.2501, Code.NOT_WORTH), (0.26, "still_fits")]
)
def test_five_points_for_twenty_km_and_a_duty(weight: float, expected: str):
    assert code(request(weight=weight)) == expected


def test_a_promise_is_always_worth_it():
    assert code(request(weight=0.0, must_serve=True)) == Code.STILL_FITS


def test_a_kept_date_is_worth_something():
    asked = replace(problem(request(weight=0.2)), previous=(PLAN,))
    assert why(asked).code == Code.STILL_FITS


def test_visits_a_day_are_limited():
    second = {"teams": (team("T1"), team("T2")), "vehicles": (vehicle("V1"), vehicle("V2"))}
    wide = {"people": 90, "min_people": 10, "windows": {MONDAY: (span("07:00", "09:10"),)}}
    once = problem(request(**wide), kits=(kit("K1"), kit("K2", depot="raci")), **second)
    served = duty(stop("R1", "07:20", "09:08", 26), depart="07:00", back="09:28", kits=("K1", "K2"))
    assert why(once, served).code == Code.NO_ROOM
    assert why(once, served).facts["full_days"] == 1
    twice = problem(request(max_duties_per_day=2, **wide), kits=(*once.kits, kit("K3")), **second)
    assert why(twice, served).code == Code.STILL_FITS


def test_sentences_are_indonesian_and_name_the_facts():
    (text,) = reasons(BASE, plan(BASE)).values()
    assert text == (
        "Masih muat sebagai tugas baru 30-11 untuk 20 orang; "
        "pencarian dihentikan sebelum memasukkannya."
    )
