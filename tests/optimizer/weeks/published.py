"""A plan that was published before: one stop a duty, built straight from the rules."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil

from optimizer.plan import Duty, Stop
from optimizer.problem import Day, Pin, Problem, Request, Team, Vehicle
from tests.optimizer.weeks.recipe import Recipe


def with_history(problem: Problem, recipe: Recipe) -> Problem:
    """The problem with its previous plan and the pins taken from it."""
    if not recipe.previous:
        return problem
    draw = random.Random(f"history-{recipe}")
    duties = tuple(_published(problem, draw))
    kept = draw.sample(duties, min(recipe.pins, len(duties)))
    return replace(problem, previous=duties, pins=tuple(_pins(kept)))


def _pins(duties: Sequence[Duty]) -> Iterator[Pin]:
    for number, duty in zip(count(), duties, strict=False):
        team = duty.team if number % 2 else None
        yield Pin(duty.stops[0].request, duty.date, team)


def _published(problem: Problem, draw: random.Random) -> Iterator[Duty]:
    visited: set[str] = set()
    for day in problem.days:
        for team, vehicle, kit in _crews(problem, day):
            for request in draw.sample(problem.requests, len(problem.requests)):
                duty = _single(problem, day, team, vehicle, kit, request)
                if duty and request.id not in visited:
                    visited.add(request.id)
                    yield duty
                    break


def _crews(problem: Problem, day: Day) -> Iterator[tuple[Team, Vehicle, str]]:
    cars = [car for car in problem.vehicles if day.date in car.dates]
    spare = list(problem.kits)
    for team in problem.teams:
        fit = [car for car in cars if car.depot == team.depot and car.seats >= team.crew]
        kits = [kit for kit in spare if kit.depot == team.depot]
        if fit and kits and day.date in team.shifts:
            cars.remove(fit[0])
            spare.remove(kits[0])
            yield team, fit[0], kits[0].id


def _single(
    problem: Problem, day: Day, team: Team, vehicle: Vehicle, kit: str, request: Request
) -> Duty | None:
    """A duty with one kit that serves the fewest people of one request, or None."""
    clock, shift = day.clock, team.shifts[day.date]
    if request.services - team.services - vehicle.services:
        return None
    if vehicle.kind not in request.vehicle_kinds:
        return None
    out, home = _legs(problem, team, request)
    people = max(1, request.fewest)
    fixed = request.fixed_minutes
    stay = request.setup_minutes + ceil(people * request.minutes_per_person)
    for window in request.windows.get(day.date, ()):
        leave = clock.latest_clock(max(shift.open, clock.working(window.open) - out))
        arrive = clock.latest_clock(clock.working(leave) + out)
        end = clock.earliest_clock(clock.working(arrive) + (stay if fixed is None else fixed))
        back = clock.earliest_clock(clock.working(end) + home)
        if window.open <= arrive and end <= window.close and back <= shift.close:
            stop = Stop(request.id, arrive, arrive, end, people)
            km = _km(problem, team, request)
            return Duty(day.date, team.id, vehicle.id, (kit,), (stop,), leave, back, km)
    return None


def _legs(problem: Problem, team: Team, request: Request) -> tuple[int, int]:
    minutes, depot = problem.travel.whole_minutes, problem.depot[team.depot].location
    return int(minutes[depot, request.location]), int(minutes[request.location, depot])


def _km(problem: Problem, team: Team, request: Request) -> float:
    km, depot = problem.travel.km, problem.depot[team.depot].location
    return float(round(km[depot, request.location] + km[request.location, depot], 2))
