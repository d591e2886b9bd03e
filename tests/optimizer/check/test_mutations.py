"""Each rule broken once in an otherwise valid plan: exactly that rule is caught."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from optimizer.check import RULES
from optimizer.plan import Duty, Unserved
from optimizer.problem import Day, Depot, Pin, Problem
from tests.optimizer.builders import (
    MONDAY,
    TUESDAY,
    broken,
    duty,
    kit,
    problem,
    request,
    span,
    stop,
    team,
    vehicle,
)

NOON = (span("12:00", "13:00"),)
ASKED = problem(
    request("R1", 1, people=40, must_serve=True),
    request("R2", 2, vehicle_kinds=frozenset({"operational", "kenduren_mas"})),
    request("R3", 3, fixed_minutes=60, people=30, min_people=0),
    days=(Day(MONDAY, NOON), Day(TUESDAY, NOON)),
    depots=(Depot("raci", "Raci", 0), Depot("bangil", "Bangil", 0)),
    teams=(team("T1"), team("T2"), team("T3", depot="bangil")),
    vehicles=(vehicle("V1"), vehicle("V2", kit_slots=1), vehicle("V3", kind="kenduren_mas")),
    kits=(kit("K1"), kit("K2"), kit("K3"), kit("K4", depot="bangil")),
    pins=(Pin("R1", MONDAY, "T1"),),
)
FIRST = duty(
    stop("R1", "07:20", "09:05", 25),
    stop("R2", "09:25", "10:25", 10),
    depart="07:00",
    back="11:05",
    km=40.0,
    kits=("K1", "K2"),
)
SECOND = duty(
    stop("R1", "07:20", "09:20", 15),
    depart="07:00",
    back="09:40",
    date=TUESDAY,
    team="T2",
    vehicle="V2",
    kits=("K3",),
)
THIRD = duty(stop("R3", "08:00", "09:00", 30), depart="07:00", back="10:00", km=60.0, date=TUESDAY)
DUTIES = (FIRST, SECOND, THIRD)


def stops(changed: Duty, number: int, **changes: Any) -> Duty:
    """The duty with one stop changed."""
    made = list(changed.stops)
    made[number] = replace(made[number], **changes)
    return replace(changed, stops=tuple(made))


def kits(**changes: Any) -> Problem:
    """The problem with its first kit changed."""
    return replace(ASKED, kits=(replace(ASKED.kits[0], **changes), *ASKED.kits[1:]))


def asked(number: int, **changes: Any) -> Problem:
    """The problem with one request changed."""
    made = list(ASKED.requests)
    made[number] = replace(made[number], **changes)
    return replace(ASKED, requests=tuple(made))


def of(changed: Problem = ASKED, *duties: Duty, **claims: Any) -> Callable[[], list[str]]:
    """Rules that the duties (all three if none is given) break in the changed problem."""
    return lambda: broken(changed, *(duties or DUTIES), **claims)


TWICE = (stop("R2", "09:25", "10:10", 5), stop("R2", "10:10", "10:55", 5))
MUTATIONS: dict[str, Callable[[], list[str]]] = {
    "pekan": of(week="2026-W48"),
    "nama": of(unserved=(Unserved("R2", "…", 10), Unserved("R9", "…", 1))),
    "kunjungan": of(
        ASKED,
        *DUTIES,
        duty(depart="07:00", back="07:00", km=0.0, team="T2", vehicle="V2", kits=("K3",)),
    ),
    "km": of(ASKED, replace(FIRST, km=41.0), SECOND, THIRD),
    "sisa": of(unserved=()),
    "1-tim": of(ASKED, FIRST, SECOND, replace(THIRD, team="T2")),
    "1-kendaraan": of(ASKED, FIRST, SECOND, replace(THIRD, vehicle="V2")),
    "1-alat": of(ASKED, FIRST, SECOND, replace(THIRD, kits=("K3",))),
    "1-tim-tersedia": of(
        replace(ASKED, teams=(ASKED.teams[0], team("T2", shifts={}), ASKED.teams[2]))
    ),
    "1-kendaraan-tersedia": of(
        replace(ASKED, vehicles=(vehicle("V1", dates=frozenset({MONDAY})), *ASKED.vehicles[1:]))
    ),
    "1-alat-tersedia": of(kits(dates=frozenset({TUESDAY}))),
    "1-depo": of(ASKED, FIRST, replace(SECOND, kits=("K4",)), THIRD),
    "1-kursi": of(replace(ASKED, teams=(ASKED.teams[0], team("T2", crew=7), ASKED.teams[2]))),
    "1-jumlah-alat": of(
        ASKED,
        FIRST,
        replace(stops(SECOND, 0, end=515), kits=("K2", "K3")),
        THIRD,
    ),
    "2-giliran": of(ASKED, FIRST, SECOND, replace(THIRD, depart=419)),
    "3-perjalanan": of(ASKED, stops(FIRST, 1, arrive=564), SECOND, THIRD),
    "3-tiba": of(ASKED, stops(FIRST, 1, arrive=566), SECOND, THIRD),
    "3-istirahat": of(ASKED, replace(FIRST, back=721), SECOND, THIRD),
    "4-jam-buka": of(asked(2, windows={TUESDAY: (span("08:01", "13:00"),)})),
    "4-lama": of(ASKED, replace(stops(FIRST, 1, end=626), back=666), SECOND, THIRD),
    "5-layanan": of(asked(1, services=frozenset({"printing"}))),
    "5-jenis-kendaraan": of(asked(2, vehicle_kinds=frozenset({"kenduren_mas"}))),
    "6-terbanyak": of(asked(0, people=39)),
    "6-tersedikit": of(asked(1, min_people=11)),
    "6-semua": of(ASKED, FIRST, SECOND, stops(THIRD, 0, people=29)),
    "6-sesi-tetap": of(
        asked(2, people=30),
        FIRST,
        stops(THIRD, 0, people=30),
        replace(stops(THIRD, 0, people=30), date=MONDAY, team="T2", vehicle="V2", kits=("K3",)),
    ),
    "6-tugas-sehari": of(
        ASKED, FIRST, replace(SECOND, date=MONDAY, kits=("K3",), team="T2"), THIRD
    ),
    "6-sekali": of(
        ASKED,
        replace(
            FIRST,
            stops=(
                FIRST.stops[0],
                stop("R2", "09:25", "10:10", 5),
                stop("R2", "10:10", "10:55", 5),
            ),
            back=700,
        ),
        SECOND,
        THIRD,
    ),
    "7-pin": of(replace(ASKED, pins=(Pin("R1", MONDAY, "T1", people=26),))),
    "janji": of(must_serve_missed=1),
    "skor": of(score=0.0),
    "batas": of(bound=0.0, status="optimal"),
    "status": of(status="optimal"),
}
IMPLIED = {
    "jam": "a time after the shift's end is late as well",
    "6-sesi-tetap": "twice everybody is also too many",
}
"""Rules that cannot be broken alone, and why."""


def test_the_plan_is_valid():
    assert broken(ASKED, *DUTIES) == []


@pytest.mark.parametrize("rule", sorted(MUTATIONS.keys() - IMPLIED.keys()))
def test_exactly_that_rule(rule: str):
    assert MUTATIONS[rule]() == [rule]


def test_a_second_session_is_too_many_people_too():
    assert MUTATIONS["6-sesi-tetap"]() == ["6-terbanyak", "6-sesi-tetap"]


def test_no_rule_is_without_a_mutation():
    assert {rule.name for rule in RULES} == MUTATIONS.keys() | IMPLIED.keys()
