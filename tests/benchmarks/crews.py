"""What a peer is given: one vehicle for every team and date, sites cut into portions.

A peer cannot choose vehicles and kits for a team, nor how many people to serve. Both are fixed
for it beforehand: teams, vehicles and kits are paired, and a site becomes portions, with the
set-up on the way from another site, so that portions in a row need only one. ``pairing`` tries
many ways of both.
Time runs in working minutes on one axis, a calendar day after the other, so breaks vanish.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np
from numpy.typing import NDArray

from optimizer.problem import Day, Kit, Problem, Request, Team, Vehicle

AXIS_DAY = 24 * 60
MOST_PORTIONS = 600
"""Portions of a week; more choke every peer."""
PROMISE = 5000.0
"""Prize of a promise wholly kept, spread over its portions; above every score of a duty."""


@dataclass(frozen=True)
class Outing:
    """One team, vehicle and kits on one date; times on the axis."""

    day: Day
    team: Team
    vehicle: Vehicle
    kits: tuple[str, ...]
    depot: int
    begin: int
    finish: int

    def serves(self, request: Request) -> bool:
        """Whether services and vehicle kind fit."""
        brought = self.team.services | self.vehicle.services
        return request.services <= brought and self.vehicle.kind in request.vehicle_kinds


@dataclass(frozen=True)
class Portion:
    """Some people of a request, served at once; one of so many portions."""

    request: Request
    people: int
    number: int
    of: int

    @property
    def setup(self) -> int:
        """Minutes before the first person, once on arrival."""
        return self.request.setup_minutes if self.request.fixed_minutes is None else 0

    def work(self, kits: int) -> int:
        """Working minutes for the people."""
        if self.request.fixed_minutes is not None:
            return self.request.fixed_minutes
        return ceil(self.people * Fraction(self.request.minutes_per_person) / kits)


def outings(problem: Problem, seed: int) -> list[Outing]:
    """Every team and date that gets a vehicle and a kit; the seed shuffles who gets which."""
    draw = random.Random(seed)
    return [
        outing
        for number, day in enumerate(problem.days)
        for outing in _day(problem, day, number, draw)
    ]


def _day(problem: Problem, day: Day, number: int, draw: random.Random) -> Iterator[Outing]:
    cars = [car for car in problem.vehicles if day.date in car.dates]
    spare = [kit for kit in problem.kits if day.date in kit.dates]
    waiting = [team for team in problem.teams if day.date in team.shifts]
    draw.shuffle(cars)
    draw.shuffle(waiting)
    waiting.sort(key=lambda team: -team.crew)
    pairs: list[tuple[Team, Vehicle]] = []
    for team in waiting:
        car = next((c for c in cars if c.depot == team.depot and c.seats >= team.crew), None)
        if car:
            cars.remove(car)
            pairs.append((team, car))
    draw.shuffle(pairs)
    for (team, car), kits in zip(pairs, _shared(pairs, spare), strict=True):
        if kits:
            shift, start = team.shifts[day.date], number * AXIS_DAY
            begin, finish = day.clock.working(shift.open), day.clock.working(shift.close)
            depot = problem.depot[team.depot].location
            yield Outing(day, team, car, tuple(kits), depot, start + begin, start + finish)


def _shared(pairs: Sequence[tuple[Team, Vehicle]], spare: list[Kit]) -> list[list[str]]:
    given: list[list[str]] = [[] for _ in pairs]
    for turn in range(1, 4):
        for (team, car), kits in zip(pairs, given, strict=True):
            kit = next((k for k in spare if k.depot == team.depot), None)
            if kit and turn <= min(team.operators, car.kit_slots):
                spare.remove(kit)
                kits.append(kit.id)
    return given


def portions(problem: Problem, people: int) -> list[Portion]:
    """All requests cut into equal parts of at most so many people."""
    size = max(people, ceil(sum(r.people for r in problem.requests) / MOST_PORTIONS))
    return [portion for request in problem.requests for portion in _cut(request, size)]


def _cut(request: Request, size: int) -> Iterator[Portion]:
    parts = 1 if request.fixed_minutes is not None else ceil(request.people / size)
    for number in range(parts):
        yield Portion(request, (request.people + number) // parts, number, parts)


def windows(problem: Problem, request: Request) -> Iterator[tuple[int, int]]:
    """Windows of the request on the axis."""
    for number, day in enumerate(problem.days):
        for span in request.windows.get(day.date, ()):
            start = number * AXIS_DAY
            yield start + day.clock.working(span.open), start + day.clock.working(span.close)


def starts(problem: Problem, part: Portion, out: Sequence[Outing]) -> list[tuple[int, int]]:
    """When work on a portion may begin, for the usual number of kits that may come."""
    kits = sorted(len(outing.kits) for outing in out if outing.serves(part.request))
    if not kits:
        return []
    usual = part.work(kits[len(kits) // 2])
    spans = ((a + part.setup, b - usual) for a, b in windows(problem, part.request))
    return sorted((earliest, latest) for earliest, latest in spans if earliest <= latest)


def durations(problem: Problem, parts: Sequence[Portion], kits: int) -> NDArray[np.int64]:
    """Minutes from the beginning of work at one place to the beginning at the next.

    Depots first, then portions; leg, work at the first and set-up at the second.
    """
    depots = len(problem.depots)
    place = [d.location for d in problem.depots] + [part.request.location for part in parts]
    work = np.array([0] * depots + [part.work(kits) for part in parts])
    setup = np.array([0] * depots + [part.setup for part in parts])
    site = np.array([-1 - n for n in range(depots)] + _numbers(parts))
    minutes = problem.travel.whole_minutes[np.ix_(place, place)] + setup[None, :]
    minutes[site[:, None] == site[None, :]] = 0
    return np.asarray(minutes + work[:, None], dtype=np.int64)


def _numbers(parts: Sequence[Portion]) -> list[int]:
    names = list(dict.fromkeys(part.request.id for part in parts))
    number = {name: n for n, name in enumerate(names)}
    return [number[part.request.id] for part in parts]


def prize(problem: Problem, portion: Portion, day: int) -> float:
    """Score of serving the portion on that day, and its share of a promise kept."""
    request, goal = portion.request, problem.objective
    first = portion.number == 0
    kept = first and (request.id, problem.days[day].date) in problem.promised_dates
    promise = PROMISE / portion.of if request.must_serve else 0.0
    return worth(problem, portion) + goal.cost_per_change * kept + promise


def worth(problem: Problem, portion: Portion) -> float:
    """Score of the portion's people."""
    return problem.objective.value_per_person * portion.request.weight * portion.people
