"""What of the fleet can go out on the days of a week, in the words of the problem."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from data.fleet_records import OPERATOR, Fleet, Team
from optimizer import problem
from optimizer.clock import Span

Strength = tuple[int, int]


def teams_on(fleet: Fleet, shifts: Mapping[dt.date, Span]) -> tuple[problem.Team, ...]:
    """Teams with their shifts.

    The problem knows one crew size per team and week. On dates when a member is away the team
    therefore appears a second time, as ``T1@3-2`` (3 officers, 2 operators), with only those
    dates: a team has one duty a date, so nothing is gained or lost by the second entry.
    """
    return tuple(entry for team in fleet.teams for entry in _entries(fleet, team, shifts))


def _entries(fleet: Fleet, team: Team, shifts: Mapping[dt.date, Span]) -> list[problem.Team]:
    dates: dict[Strength, list[dt.date]] = defaultdict(list)
    for date in shifts:
        strength = _strength(fleet, team, date)
        if strength is not None:
            dates[strength].append(date)
    return [_entry(team, strength, {d: shifts[d] for d in on}) for strength, on in dates.items()]


def _strength(fleet: Fleet, team: Team, date: dt.date) -> Strength | None:
    """Officers and operators present, or None when the team cannot go out."""
    absences = fleet.away(team.id, date)
    roles = [absence.role for absence in absences if absence.role is not None]
    if len(roles) < len(absences):
        return None
    present = Counter(team.roles)
    present.subtract(roles)
    present = +present
    crew, operators = present.total(), present[OPERATOR]
    return (crew, operators) if crew >= team.fewest and operators >= 1 else None


def _entry(team: Team, strength: Strength, shifts: Mapping[dt.date, Span]) -> problem.Team:
    crew, operators = strength
    whole = strength == (len(team.roles), team.roles.count(OPERATOR))
    return problem.Team(
        id=team.id if whole else f"{team.id}@{crew}-{operators}",
        depot=team.depot,
        services=team.services,
        shifts=shifts,
        crew=crew,
        operators=operators,
    )


def team_name(fleet: Fleet, entry: problem.Team) -> str:
    """Printed name of a team entry; a reduced crew is said."""
    base, reduced, _ = entry.id.partition("@")
    return f"{fleet.names[base]} ({entry.crew} petugas)" if reduced else fleet.names[base]


def vehicles_on(fleet: Fleet, dates: Collection[dt.date]) -> tuple[problem.Vehicle, ...]:
    """Vehicles with the dates they are not away or in repair."""
    return tuple(
        problem.Vehicle(
            id=vehicle.id,
            depot=vehicle.depot,
            kind=vehicle.kind,
            services=vehicle.services,
            dates=frozenset(d for d in dates if not fleet.away(vehicle.id, d)),
            seats=vehicle.seats,
            kit_slots=vehicle.kit_slots,
        )
        for vehicle in fleet.vehicles
    )


def kits_on(fleet: Fleet, dates: Collection[dt.date]) -> tuple[problem.Kit, ...]:
    """Kits with the dates all their parts work."""
    return tuple(
        problem.Kit(
            id=kit.id,
            depot=kit.depot,
            dates=frozenset(d for d in dates if not fleet.away(kit.id, d)),
        )
        for kit in fleet.kits
    )
