"""From a column to a printed duty: working minutes back onto the clock."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from optimizer.clock import WorkingClock
from optimizer.columns.column import Column
from optimizer.columns.grid import stop_minutes
from optimizer.columns.resources import DutyClass, open_span
from optimizer.columns.week import Week
from optimizer.plan import Duty, Stop
from optimizer.problem import Problem, Request


@dataclass(frozen=True, slots=True)
class Crew:
    """The names that man one duty."""

    team: str
    vehicle: str
    kits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Visit:
    request: Request
    opens: int
    closes: int
    minutes: int
    people: int


def print_duty(week: Week, column: Column, crew: Crew) -> Duty | None:
    """The duty as it is printed: earliest service, departure as late as that allows.

    Returns
    -------
    Duty or None
        None if no printed times keep every rule, which only instant stops beside a break can cause.
    """
    duty_class = week.classes[column.sequence.duty_class]
    visits = _visits(week, column)
    legs = _legs(week.problem, duty_class, visits)
    for lingering in (True, False):
        times = _times(week.problem.day[duty_class.date].clock, duty_class, visits, legs, lingering)
        if times is not None:
            return _duty(week.problem, duty_class, crew, visits, times)
    return None


def _visits(week: Week, column: Column) -> list[_Visit]:
    duty_class = week.classes[column.sequence.duty_class]
    grid = week.grids[column.sequence.duty_class]
    clock = week.problem.day[duty_class.date].clock
    start = clock.working(duty_class.shift.open)
    visits = []
    for node, people in zip(column.sequence.nodes, column.people, strict=True):
        request = week.problem.requests[grid.request[node]]
        spans = (open_span(clock, window) for window in request.windows[duty_class.date])
        window = next(
            span
            for span in spans
            if span is not None
            and max(clock.working(span.open) - start, 0) == grid.opens[node]
            and min(clock.working(span.close) - start, grid.horizon) == grid.closes[node]
        )
        minutes = stop_minutes(request, people, duty_class.kits)
        visits.append(_Visit(request, window.open, window.close, minutes, people))
    return visits


def _legs(problem: Problem, duty_class: DutyClass, visits: Sequence[_Visit]) -> list[int]:
    depot = problem.depot[duty_class.depot].location
    places = [depot, *(visit.request.location for visit in visits), depot]
    minutes = problem.travel.whole_minutes
    return [int(minutes[a, b]) for a, b in pairwise(places)]


def _times(
    clock: WorkingClock,
    duty_class: DutyClass,
    visits: Sequence[_Visit],
    legs: Sequence[int],
    lingering: bool,
) -> list[tuple[int, int, int]] | None:
    """(departure, 0, 0), one (arrive, start, end) a visit, (return, 0, 0); clock minutes."""
    first = max(clock.working(duty_class.shift.open), clock.working(visits[0].opens) - legs[0])
    depart = clock.latest_clock(first) if lingering else _at(clock, first, duty_class.shift.open)
    rows = [(depart, 0, 0)]
    now, minute = depart, first
    for visit, leg in zip(visits, legs, strict=False):
        minute += leg
        arrive = _at(clock, minute, now)
        minute = max(minute, clock.working(visit.opens))
        start = _at(clock, minute, max(arrive, visit.opens))
        minute += visit.minutes
        now = _at(clock, minute, start)
        if now > visit.closes:
            return None
        rows.append((arrive, start, now))
    back = _at(clock, minute + legs[-1], now)
    return [*rows, (back, 0, 0)] if back <= duty_class.shift.close else None


def _at(clock: WorkingClock, minute: int, soonest: int) -> int:
    """Clock time of a working minute, not before ``soonest``."""
    return max(clock.earliest_clock(minute), min(soonest, clock.latest_clock(minute)))


def _duty(
    problem: Problem,
    duty_class: DutyClass,
    crew: Crew,
    visits: Sequence[_Visit],
    times: Sequence[tuple[int, int, int]],
) -> Duty:
    depot = problem.depot[duty_class.depot].location
    places = [depot, *(visit.request.location for visit in visits), depot]
    km = sum(float(problem.travel.km[a, b]) for a, b in pairwise(places))
    stops = tuple(
        Stop(visit.request.id, arrive, start, end, visit.people)
        for visit, (arrive, start, end) in zip(visits, times[1:-1], strict=True)
    )
    date: dt.date = duty_class.date
    return Duty(
        date, crew.team, crew.vehicle, crew.kits, stops, times[0][0], times[-1][0], round(km, 3)
    )
