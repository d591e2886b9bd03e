"""Random problems so small that every plan can be enumerated, with every feature of the spec."""

import datetime as dt
import random
from dataclasses import replace
from decimal import Decimal

import numpy as np

from optimizer.clock import Span
from optimizer.plan import Duty, Stop
from optimizer.problem import (
    Day,
    Depot,
    Kit,
    Objective,
    Pin,
    Problem,
    Request,
    Team,
    Travel,
    Vehicle,
)
from tests.optimizer.oracles.enumeration import day_duties

MONDAY = dt.date(2026, 11, 30)
KINDS = ("operational", "kenduren_mas")


def tiny(
    seed: int, requests: int = 4, teams: int = 2, days: int = 2, most_people: int = 4
) -> Problem:
    """A random problem; the arguments are upper limits."""
    draw = random.Random(f"tiny-{seed}")
    dates = [MONDAY + dt.timedelta(days=n) for n in range(draw.randint(1, days))]
    depots = draw.choice((1, 1, 1, 1, 2))
    count = draw.randint(2, requests)
    homes = [f"D{n}" for n in range(depots)]
    crews = draw.randint(1, teams)
    problem = Problem(
        regency="35.14",
        week="2026-W49",
        timezone="Asia/Jakarta",
        days=tuple(Day(date, _breaks(draw)) for date in dates),
        depots=tuple(Depot(home, home, n) for n, home in enumerate(homes)),
        teams=tuple(_team(draw, n, homes, dates) for n in range(crews)),
        vehicles=tuple(_vehicle(draw, n, homes, dates) for n in range(draw.randint(1, teams))),
        kits=tuple(
            Kit(f"K{n}", draw.choice(homes), _some(draw, dates)) for n in range(draw.randint(1, 3))
        ),
        requests=tuple(_request(draw, n, depots + n, dates, most_people) for n in range(count)),
        travel=_travel(draw, depots + count),
        objective=Objective(1.0, 0.15, draw.choice((0.0, 0.5, 2.0)), draw.choice((0.0, 1.5))),
    )
    return _with_pin(draw, _with_previous(draw, problem))


def _some(draw: random.Random, dates: list[dt.date]) -> frozenset[dt.date]:
    return frozenset(date for date in dates if draw.random() < 0.9)


def _breaks(draw: random.Random) -> tuple[Span, ...]:
    opens = draw.choice((480, 510, 540, 545))
    return draw.choice(((), (Span(opens, opens + 45),), (Span(510, 530), Span(560, 575))))


def _team(draw: random.Random, number: int, homes: list[str], dates: list[dt.date]) -> Team:
    shifts = {date: Span(420, draw.choice((570, 630, 690))) for date in dates}
    return Team(
        id=f"T{number}",
        depot=draw.choice(homes),
        services=frozenset({"recording"} if draw.random() < 0.95 else {"civil_registry"}),
        shifts={date: shift for date, shift in shifts.items() if draw.random() < 0.9},
        crew=draw.choice((3, 3, 4)),
        operators=draw.choice((1, 2, 2)),
    )


def _vehicle(draw: random.Random, number: int, homes: list[str], dates: list[dt.date]) -> Vehicle:
    return Vehicle(
        id=f"V{number}",
        depot=draw.choice(homes),
        kind=draw.choice(KINDS),
        services=frozenset({"printing"} if draw.random() < 0.5 else ()),
        dates=_some(draw, dates),
        seats=draw.choice((3, 4, 4, 4)),
        kit_slots=draw.choice((1, 2, 2)),
    )


def _request(
    draw: random.Random, number: int, location: int, dates: list[dt.date], most_people: int
) -> Request:
    people = draw.randint(1, most_people)
    return Request(
        id=f"R{number}",
        kind="school",
        name=f"R{number}",
        services=frozenset({"recording", "printing"} if draw.random() < 0.1 else {"recording"}),
        vehicle_kinds=frozenset(KINDS if draw.random() < 0.9 else KINDS[1:]),
        windows={date: _windows(draw) for date in dates if draw.random() < 0.85},
        must_serve=draw.random() < 0.3,
        location=location,
        people=people,
        weight=draw.choice((0.2, 1.0, 1.5, 3.0)),
        setup_minutes=draw.choice((0, 10, 30)),
        minutes_per_person=_pace(draw, most_people),
        fixed_minutes=draw.choice((20, 45)) if draw.random() < 0.15 else None,
        min_people=draw.choice((0, 1, 2, 3)) * most_people // 4,
        max_duties_per_day=draw.choice((1, 2)),
    )


def _pace(draw: random.Random, most_people: int) -> Decimal:
    pace = draw.choice((Decimal("7.5"), Decimal(25), Decimal("33.3"))) * 4 / most_people
    return pace.quantize(Decimal("0.01"))


def _windows(draw: random.Random) -> tuple[Span, ...]:
    opens = draw.choice((420, 430, 490))
    whole = Span(opens, opens + draw.choice((90, 150, 240)))
    return (whole,) if draw.random() < 0.7 else (Span(430, 500), Span(520, 600))


def _travel(draw: random.Random, size: int) -> Travel:
    """Asymmetric and not metric every other time."""
    minutes, km = np.zeros((size, size)), np.zeros((size, size))
    same_back = draw.random() < 0.5
    for a in range(size):
        for b in range(size):
            if a != b:
                back = same_back and b < a
                minutes[a, b] = minutes[b, a] if back else draw.choice((5, 12.3, 20, 35.5, 50))
                km[a, b] = km[b, a] if back else draw.randint(10, 120) / 10
    return Travel(tuple((-7.6, 112.8) for _ in range(size)), minutes, km)


def _with_previous(draw: random.Random, problem: Problem) -> Problem:
    """A previous plan need not fit today's problem: only its (request, date) pairs count."""
    if draw.random() < 0.6:
        return problem
    stops = tuple(
        Stop(request.id, 420, 420, 450, 1) for request in problem.requests if draw.random() < 0.5
    )
    gone = Stop("R-gone", 420, 420, 450, 1)
    duty = Duty(draw.choice(problem.days).date, "T0", "V0", ("K0",), (*stops, gone), 420, 600, 1.0)
    return replace(problem, previous=(duty,))


def _with_pin(draw: random.Random, problem: Problem) -> Problem:
    """One pin that some plan meets: it is taken from a duty with one stop."""
    alone = replace(problem, requests=(draw.choice(problem.requests),))
    duties = [duty for day in problem.days for duty in day_duties(alone, day)]
    if not duties or draw.random() < 0.75:
        return problem
    duty = draw.choice(duties)
    stop = draw.choice(duty.stops)
    fields = {
        "date": duty.date,
        "team": duty.team,
        "vehicle": duty.vehicle,
        "people": stop.people,
    }
    chosen = {name: value for name, value in fields.items() if draw.random() < 0.4}
    return replace(problem, pins=(Pin(stop.request, **chosen),))
