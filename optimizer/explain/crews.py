"""Crews that can go out on a date: team, vehicle and kits, told apart only by what they can do."""

from collections.abc import Iterable
from dataclasses import dataclass

from optimizer.plan import Duty, Plan
from optimizer.problem import Day, Kit, Problem, Request, Team, Vehicle


@dataclass(frozen=True, slots=True)
class Crew:
    """A team, a vehicle and as many kits as both can use.

    Attributes
    ----------
    depot
        Location of the depot.
    begin, finish
        Working minutes of the team's shift.
    """

    depot: int
    begin: int
    finish: int
    services: frozenset[str]
    kind: str
    kits: int

    def suits(self, request: Request) -> bool:
        """Whether the crew brings all services in a vehicle the site admits."""
        return request.services <= self.services and self.kind in request.vehicle_kinds


def crew_of(problem: Problem, day: Day, team: Team, vehicle: Vehicle, kits: int) -> Crew:
    """Crew of a team and a vehicle with at most so many kits."""
    shift = team.shifts[day.date]
    return Crew(
        problem.depot[team.depot].location,
        day.clock.working(shift.open),
        day.clock.working(shift.close),
        team.services | vehicle.services,
        vehicle.kind,
        min(team.operators, vehicle.kit_slots, kits),
    )


def all_crews(problem: Problem, day: Day) -> tuple[Crew, ...]:
    """Every crew that could go out if nobody else did."""
    return _crews(problem, day, problem.teams, problem.vehicles, problem.kits)


def idle_crews(problem: Problem, plan: Plan, day: Day) -> tuple[Crew, ...]:
    """Every crew that the plan leaves at home."""
    duties = [duty for duty in plan.duties if duty.date == day.date]
    teams, vehicles = {duty.team for duty in duties}, {duty.vehicle for duty in duties}
    return _crews(
        problem,
        day,
        [team for team in problem.teams if team.id not in teams],
        [vehicle for vehicle in problem.vehicles if vehicle.id not in vehicles],
        _idle_kits(problem, duties),
    )


def reinforced(problem: Problem, plan: Plan, duty: Duty) -> Crew:
    """Crew of a duty, given all idle kits of its depot that it can use."""
    day, team = problem.day[duty.date], problem.team[duty.team]
    duties = [other for other in plan.duties if other.date == duty.date]
    spare = _ready(_idle_kits(problem, duties), day, team.depot)
    return crew_of(problem, day, team, problem.vehicle[duty.vehicle], len(duty.kits) + spare)


def _idle_kits(problem: Problem, duties: Iterable[Duty]) -> list[Kit]:
    used = {kit for duty in duties for kit in duty.kits}
    return [kit for kit in problem.kits if kit.id not in used]


def _ready(kits: Iterable[Kit], day: Day, depot: str) -> int:
    return sum(kit.depot == depot and day.date in kit.dates for kit in kits)


def _crews(
    problem: Problem,
    day: Day,
    teams: Iterable[Team],
    vehicles: Iterable[Vehicle],
    kits: Iterable[Kit],
) -> tuple[Crew, ...]:
    ready = {depot.id: _ready(kits, day, depot.id) for depot in problem.depots}
    cars = [vehicle for vehicle in vehicles if day.date in vehicle.dates]
    found = dict.fromkeys(
        crew_of(problem, day, team, car, ready[team.depot])
        for team in teams
        if day.date in team.shifts
        for car in cars
        if car.depot == team.depot and team.crew <= car.seats
    )
    return tuple(crew for crew in found if crew.kits >= 1)
