"""Every duty there is, by trying every order of stops and every head-count; minute by minute."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations, product
from math import ceil

from optimizer.plan import Duty, Stop
from optimizer.problem import Day, Problem, Request, Team, Vehicle


def day_duties(problem: Problem, day: Day) -> Iterator[Duty]:
    """All duties of one day, each at its earliest times; kits are the first that are ready."""
    for team in problem.teams:
        for vehicle in problem.vehicles:
            if day.date in team.shifts and _together(team, vehicle, day):
                yield from _duties_of(problem, day, team, vehicle)


def _together(team: Team, vehicle: Vehicle, day: Day) -> bool:
    fits = team.depot == vehicle.depot and team.crew <= vehicle.seats
    return fits and day.date in vehicle.dates


def _duties_of(problem: Problem, day: Day, team: Team, vehicle: Vehicle) -> Iterator[Duty]:
    ready = [k.id for k in problem.kits if k.depot == team.depot and day.date in k.dates]
    possible = [
        request
        for request in problem.requests
        if request.services <= team.services | vehicle.services
        and vehicle.kind in request.vehicle_kinds
        and request.windows.get(day.date)
    ]
    for kits in range(1, min(team.operators, vehicle.kit_slots, len(ready)) + 1):
        for count in range(1, len(possible) + 1):
            for order in permutations(possible, count):
                for people in product(*(_head_counts(request) for request in order)):
                    visits = list(zip(order, people, strict=True))
                    duty = timed(problem, day, team, vehicle, ready[:kits], visits)
                    if duty:
                        yield duty


def _head_counts(request: Request) -> range:
    if request.fixed_minutes is not None:
        return range(request.people, request.people + 1)
    return range(min(request.min_people, request.people), request.people + 1)


def timed(
    problem: Problem,
    day: Day,
    team: Team,
    vehicle: Vehicle,
    kits: list[str],
    visits: Sequence[tuple[Request, int]],
) -> Duty | None:
    """The duty as early as possible, or None if it cannot be in time."""
    depot, shift = problem.depot[team.depot].location, team.shifts[day.date]
    depart = now = _outside_break(day, shift.open)
    here, km, stops = depot, 0.0, []
    for request, people in visits:
        arrive = _after(day, now, float(problem.travel.minutes[here, request.location]))
        span = _session(day, request, arrive, _length(request, people, len(kits)))
        if span is None:
            return None
        stops.append(Stop(request.id, arrive, *span, people))
        km += float(problem.travel.km[here, request.location])
        now, here = span[1], request.location
    back = _after(day, now, float(problem.travel.minutes[here, depot]))
    km += float(problem.travel.km[here, depot])
    if back > shift.close:
        return None
    return Duty(day.date, team.id, vehicle.id, tuple(kits), tuple(stops), depart, back, km)


def _length(request: Request, people: int, kits: int) -> int:
    if request.fixed_minutes is not None:
        return request.fixed_minutes
    return request.setup_minutes + ceil(people * Fraction(request.minutes_per_person) / kits)


def _session(day: Day, request: Request, arrive: int, length: int) -> tuple[int, int] | None:
    """Start and end of the stop that ends earliest."""
    spans = []
    for window in request.windows[day.date]:
        start = _outside_break(day, max(arrive, window.open))
        end = _after(day, start, length)
        if end <= window.close:
            spans.append((start, end))
    return min(spans, key=lambda span: span[1], default=None)


def _after(day: Day, minute: int, working: float) -> int:
    """First printable minute with at least so many working minutes passed since ``minute``."""
    passed = 0
    while passed < working or _in_break(day, minute):
        passed += not any(pause.open <= minute < pause.close for pause in day.breaks)
        minute += 1
    return minute


def _outside_break(day: Day, minute: int) -> int:
    while _in_break(day, minute):
        minute += 1
    return minute


def _in_break(day: Day, minute: int) -> bool:
    return any(pause.open < minute < pause.close for pause in day.breaks)
