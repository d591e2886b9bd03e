"""Small readable problems and plans.

Locations lie on a line: the depot is 0, neighbours are 20 minutes and 10 km apart. Unless told
otherwise there is one Monday with a break from 12 to 13, one team T1 on shift 07-16, one vehicle
V1, two kits, and sites are open 07-13. ``BASE`` is visited by ``PLAN``.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np

from optimizer.check import check
from optimizer.check.claims import true_score
from optimizer.check.people import served
from optimizer.clock import Span, parse_clock
from optimizer.plan import Duty, Plan, Stop, Unserved
from optimizer.problem import (
    Day,
    Depot,
    Kit,
    Objective,
    Problem,
    Request,
    Team,
    Travel,
    Vehicle,
)

MONDAY, TUESDAY = dt.date(2026, 11, 30), dt.date(2026, 12, 1)
WEEK = "2026-W49"


def span(opens: str, closes: str) -> Span:
    """``span("07:00", "13:00")``."""
    return Span(parse_clock(opens), parse_clock(closes))


def request(name: str = "R1", location: int = 1, **changes: Any) -> Request:
    """A school of 20 people: 150 minutes with one kit, 90 with two."""
    school = Request(
        id=name,
        kind="school",
        name=name,
        services=frozenset({"recording"}),
        vehicle_kinds=frozenset({"operational"}),
        windows={MONDAY: (span("07:00", "13:00"),), TUESDAY: (span("07:00", "13:00"),)},
        must_serve=False,
        location=location,
        people=20,
        weight=1.0,
        setup_minutes=30,
        minutes_per_person=Decimal(6),
        fixed_minutes=None,
        min_people=5,
        max_duties_per_day=1,
    )
    return replace(school, **changes)


def team(name: str = "T1", **changes: Any) -> Team:
    """Four officers with two operators."""
    shifts = {MONDAY: span("07:00", "16:00"), TUESDAY: span("07:00", "16:00")}
    crew = Team(name, "raci", frozenset({"recording"}), shifts, crew=4, operators=2)
    return replace(crew, **changes)


def vehicle(name: str = "V1", **changes: Any) -> Vehicle:
    """An operational car with six seats and two kit slots."""
    dates = frozenset({MONDAY, TUESDAY})
    return replace(Vehicle(name, "raci", "operational", frozenset(), dates, 6, 2), **changes)


def kit(name: str = "K1", **changes: Any) -> Kit:
    """A kit that is always ready."""
    return replace(Kit(name, "raci", frozenset({MONDAY, TUESDAY})), **changes)


def line(size: int) -> Travel:
    """So many locations on a line."""
    steps = np.abs(np.subtract.outer(np.arange(size), np.arange(size))).astype(float)
    return Travel(tuple((-7.6, 112.8 + n / 10) for n in range(size)), 20 * steps, 10 * steps)


def problem(*requests: Request, **changes: Any) -> Problem:
    """A problem of one Monday."""
    parts: dict[str, Any] = {
        "regency": "35.14",
        "week": WEEK,
        "timezone": "Asia/Jakarta",
        "days": (Day(MONDAY, (span("12:00", "13:00"),)),),
        "depots": (Depot("raci", "Raci", 0),),
        "teams": (team(),),
        "vehicles": (vehicle(),),
        "kits": (kit("K1"), kit("K2")),
        "travel": line(2 + max((r.location for r in requests), default=0)),
        "objective": Objective(1.0, 0.15, 2.0, 20.0),
    }
    return Problem(**{**parts, "requests": requests, **changes})


def stop(name: str, start: str, end: str, people: int, arrive: str | None = None) -> Stop:
    """A stop that begins on arrival unless told otherwise."""
    times = (parse_clock(arrive or start), parse_clock(start), parse_clock(end))
    return Stop(name, *times, people)


def duty(*stops: Stop, depart: str, back: str, km: float = 20.0, **changes: Any) -> Duty:
    """A duty of T1 with V1 and K1 on Monday."""
    times = {"depart": parse_clock(depart), "back": parse_clock(back)}
    made = Duty(MONDAY, "T1", "V1", ("K1",), stops, km=km, **times)
    return replace(made, **changes)


def plan(asked: Problem, *duties: Duty, **claims: Any) -> Plan:
    """A plan that says the truth about itself, but for ``claims``."""
    rough = Plan(asked.week, "feasible", 0, 0.0, None, 1.0, duties)
    done = served(rough)
    left = {r.id: r.people - done[r.id] for r in asked.requests if done[r.id] < r.people}
    truth = {
        "must_serve_missed": sum(r.must_serve and r.id in left for r in asked.requests),
        "score": round(float(true_score(asked, rough)), 2),
        "unserved": tuple(Unserved(name, "…", people) for name, people in left.items()),
    }
    return replace(rough, **{**truth, **claims})


def broken(asked: Problem, *duties: Duty, **claims: Any) -> list[str]:
    """Names of the rules that the plan breaks, each once, in the order of the table."""
    found: Sequence[str] = [v.rule for v in check(asked, plan(asked, *duties, **claims))]
    return list(dict.fromkeys(found))


BASE = problem(request())
PLAN = duty(stop("R1", "07:20", "09:50", 20), depart="07:00", back="10:10")
