"""Printed names of who and what goes out, also of what the fleet file no longer has."""

from data.fleet_records import Fleet, Strength
from optimizer.problem import Problem


def fleet_names(fleet: Fleet, *weeks: Problem) -> dict[str, str]:
    """Names of teams, reduced crews and vehicles by id: those of some weeks and today's.

    A crew whose absence was since struck out of the file still has its visits and its reports.
    """
    teams = (team.id for week in weeks for team in week.teams)
    vehicles = (vehicle.id for week in weeks for vehicle in week.vehicles)
    return {member: _printed(fleet, member) for member in (*teams, *vehicles)} | fleet.names


def _printed(fleet: Fleet, member: str) -> str:
    name, _, strength = member.partition("@")
    crew, _, operators = strength.partition("-")
    if not (crew.isdecimal() and operators.isdecimal()):
        return member
    known = fleet.names.get(name, name)
    return Strength(int(crew), int(operators)).printed(known)
