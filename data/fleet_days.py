"""What of the fleet can go out on the days of a week, in the words of the problem."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping

from data.fleet_records import Fleet, Strength, Team
from optimizer import problem
from optimizer.clock import Span


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
        strength = fleet.strength(team, date)
        if strength is not None:
            dates[strength].append(date)
    return [_entry(team, strength, {d: shifts[d] for d in on}) for strength, on in dates.items()]


def _entry(team: Team, strength: Strength, shifts: Mapping[dt.date, Span]) -> problem.Team:
    return problem.Team(
        id=strength.entry_id(team),
        depot=team.depot,
        services=team.services,
        shifts=shifts,
        crew=strength.crew,
        operators=strength.operators,
    )


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
