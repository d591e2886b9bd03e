"""The duties and visits of a plan whose names are known to the problem.

Unknown names are found once, by the rule on names; every other rule looks at the known rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from optimizer.plan import Duty, Plan, Stop
from optimizer.problem import Day, Problem, Request, Team, Vehicle


@dataclass(frozen=True, slots=True)
class KnownDuty:
    """A duty with its day, team and vehicle, and its place in plan.json."""

    place: str
    duty: Duty
    day: Day
    team: Team
    vehicle: Vehicle


@dataclass(frozen=True, slots=True)
class Visit:
    """A stop with its request, within a known duty."""

    place: str
    stop: Stop
    request: Request
    at: KnownDuty


@dataclass(frozen=True, slots=True)
class Leg:
    """A drive between two locations; times in clock minutes."""

    place: str
    origin: int
    target: int
    departs: int
    arrives: int


def known_duties(problem: Problem, plan: Plan) -> Iterator[KnownDuty]:
    """Duties whose date, team and vehicle are known."""
    for index, duty in enumerate(plan.duties):
        day = problem.day.get(duty.date)
        team, vehicle = problem.team.get(duty.team), problem.vehicle.get(duty.vehicle)
        if day and team and vehicle:
            yield KnownDuty(f"duties[{index}]", duty, day, team, vehicle)


def visits_of(problem: Problem, known: KnownDuty) -> Iterator[Visit]:
    """Stops of a known duty whose request is known."""
    for index, stop in enumerate(known.duty.stops):
        if stop.request in problem.request:
            place = f"{known.place}.stops[{index}]"
            yield Visit(place, stop, problem.request[stop.request], known)


def visits(problem: Problem, plan: Plan) -> Iterator[Visit]:
    """Stops of every known duty whose request is known."""
    for known in known_duties(problem, plan):
        yield from visits_of(problem, known)


def legs(problem: Problem, known: KnownDuty) -> Iterator[Leg]:
    """Drives of a duty from its team's depot back to it; none if a request is unknown."""
    stops, depot = known.duty.stops, problem.depot[known.team.depot].location
    if any(stop.request not in problem.request for stop in stops):
        return
    sites = [problem.request[stop.request].location for stop in stops]
    ways = pairwise([depot, *sites, depot])
    departs = [known.duty.depart, *(stop.end for stop in stops)]
    arrives = [*(stop.arrive for stop in stops), known.duty.back]
    places = [*(f"{known.place}.stops[{i}].arrive" for i in range(len(stops))), known.place]
    for place, way, leaves, comes in zip(places, ways, departs, arrives, strict=True):
        yield Leg(place, *way, leaves, comes)
