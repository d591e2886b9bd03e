"""Small records for store tests."""

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np

from data.requests import Kind, Precision, Request, Site
from optimizer import problem
from optimizer.clock import Span
from optimizer.plan import Duty, Plan, Stop

NOW = dt.datetime(2026, 11, 27, 13, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
MONDAY = dt.date(2026, 11, 30)
SITE = Site(
    kecamatan_code="35.14.06",
    kecamatan="Kejayan",
    latitude=-7.70,
    longitude=112.85,
    precision=Precision.GIVEN,
)


def letter(number: int = 1, **columns: Any) -> Request:
    people = columns.pop("people", 90)
    base = {
        "id": f"R{number}",
        "kind": Kind.SCHOOL,
        "institution": f"SMAN {number} Contoh",
        "letter_number": f"421/{number}/2026",
        "site": SITE,
        "people": people,
        "people_left": people,
    }
    return Request(**(base | columns))


def week_problem(*requests: Request, week: str = "2026-W49") -> problem.Problem:
    asked = tuple(
        problem.Request(
            id=request.id,
            kind=request.kind.value,
            name=request.institution,
            services=request.services,
            vehicle_kinds=frozenset({"operational"}),
            windows={MONDAY: (Span(420, 780),)},
            must_serve=False,
            location=1,
            people=request.people_left,
            weight=1.0,
            setup_minutes=30,
            minutes_per_person=Decimal(6),
            fixed_minutes=None,
            min_people=20,
            max_duties_per_day=1,
        )
        for request in requests
    )
    legs = np.array([[0.0, 31.0], [31.0, 0.0]])
    return problem.Problem(
        regency="35.14",
        week=week,
        timezone="Asia/Jakarta",
        days=(problem.Day(MONDAY, (Span(720, 780),)),),
        depots=(problem.Depot("raci", "Raci", 0),),
        teams=(
            problem.Team("T1", "raci", frozenset({"recording"}), {MONDAY: Span(420, 930)}, 4, 2),
        ),
        vehicles=(
            problem.Vehicle("V1", "raci", "operational", frozenset(), frozenset({MONDAY}), 6, 3),
        ),
        kits=(problem.Kit("K1", "raci", frozenset({MONDAY})),),
        requests=asked,
        travel=problem.Travel(((-7.5945, 112.8344), (-7.70, 112.85)), legs, legs / 2),
        objective=problem.Objective(1.0, 0.15, 2.0, 20.0),
    )


def week_plan(*visits: tuple[str, int], week: str = "2026-W49", seconds: float = 1.0) -> Plan:
    duties = tuple(
        Duty(
            date=MONDAY,
            team="T1",
            vehicle="V1",
            kits=("K1",),
            stops=(Stop(request, 460, 460, 700, people),),
            depart=420,
            back=740,
            km=31.0,
        )
        for request, people in visits
    )
    return Plan(week, "feasible", 0, 10.0, None, seconds, duties)
