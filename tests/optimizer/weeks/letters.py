"""Letters of a week: schools, pesantren, villages, and the Kenduren Mas sessions."""

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import exp

from optimizer.clock import Span
from optimizer.problem import Request
from tests.optimizer.weeks.calendar import DATES, FRIDAY, office_hours, school_hours, span
from tests.optimizer.weeks.geography import Point, places, venues
from tests.optimizer.weeks.recipe import Recipe

Windows = Mapping[dt.date, tuple[Span, ...]]
EVERY_VEHICLE = frozenset({"operational", "kenduren_mas"})


def letters(recipe: Recipe, first_location: int) -> Iterator[tuple[Point, Request]]:
    """Letters and sessions with their points, locations counted from ``first_location``."""
    draw = random.Random(f"letters-{recipe}")
    schools, villages = places("schools"), places("desa")
    offices = draw.sample(venues(), recipe.sessions)
    for number in range(recipe.letters):
        kind = draw.choices(("school", "pesantren", "village"), (55, 20, 25))[0]
        point = draw.choice(schools if kind == "school" else villages)
        yield point, _letter(recipe, draw, kind, point, number, first_location + number)
    for number, (code, point) in enumerate(offices):
        yield point, _session(draw, code, point, first_location + recipe.letters + number)


def _letter(
    recipe: Recipe, draw: random.Random, kind: str, point: Point, number: int, location: int
) -> Request:
    people = min(700, max(8, round(draw.lognormvariate(4.5 if kind == "school" else 4.2, 0.8))))
    return Request(
        id=f"R{number:03}",
        kind=kind,
        name=point.name,
        services=_services(draw),
        vehicle_kinds=EVERY_VEHICLE,
        windows=_windows(recipe, draw, kind),
        must_serve=draw.random() < recipe.promised and people <= 200,
        location=location,
        people=people,
        weight=round(exp(draw.uniform(0, 0.7)), 2),
        setup_minutes=30,
        minutes_per_person=Decimal(draw.choices(("6", "5", "7.5"), (70, 15, 15))[0]),
        fixed_minutes=None,
        min_people=draw.choice((10, 20, 30)),
        max_duties_per_day=draw.choices((1, 2), (30, 70))[0],
    )


def _services(draw: random.Random) -> frozenset[str]:
    return frozenset({"recording", "printing"} if draw.random() < 0.1 else {"recording"})


def _windows(recipe: Recipe, draw: random.Random, kind: str) -> Windows:
    if recipe.short_windows:
        dates = draw.sample(DATES, draw.randint(1, 3))
        return {date: (_short(draw),) for date in sorted(dates)}
    impossible = set(draw.sample(DATES, draw.choices((0, 1, 2), (50, 30, 20))[0]))
    return {date: _long(draw, kind, date) for date in DATES if date not in impossible}


def _short(draw: random.Random) -> Span:
    opens = draw.randrange(7 * 60, 12 * 60, 15)
    return Span(opens, min(opens + draw.randrange(120, 241, 15), 15 * 60))


def _long(draw: random.Random, kind: str, date: dt.date) -> tuple[Span, ...]:
    if kind == "school":
        return (school_hours(date),)
    if kind == "village":
        return (span("08:00", "14:00"),)
    if date == FRIDAY:
        return (span("07:00", "14:30"),)
    halves = (span("07:30", "11:30"), span("13:00", "15:30"))
    return halves if draw.random() < 0.5 else (span("13:00", "15:30"),)


def _session(draw: random.Random, code: str, point: Point, location: int) -> Request:
    return Request(
        id=f"KM-{code}",
        kind="kenduren_mas",
        name=f"Kenduren Mas {point.name}",
        services=frozenset({"civil_registry", "printing"}),
        vehicle_kinds=frozenset({"kenduren_mas"}),
        windows={date: (office_hours(date),) for date in DATES},
        must_serve=False,
        location=location,
        people=draw.choice((40, 60, 80)),
        weight=draw.choice((1.0, 1.0, 1.5, 2.0)),
        setup_minutes=0,
        minutes_per_person=Decimal(0),
        fixed_minutes=draw.choice((150, 180, 210)),
        min_people=0,
        max_duties_per_day=1,
    )
