"""Who and what can go out in a changed week: the past as it was, the rest as it is now."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from optimizer.clock import Span
from optimizer.problem import Kit, Problem, Team, Vehicle

Dated = TypeVar("Dated", Vehicle, Kit)


def teams(published: Problem, today: Problem, since: dt.date) -> tuple[Team, ...]:
    """Teams with their old shifts before a day, and today's shifts from it on."""
    known = {team.id: team for team in (*published.teams, *today.teams)}
    shifts: dict[str, dict[dt.date, Span]] = {name: {} for name in known}
    for team in published.teams:
        shifts[team.id] |= {d: shift for d, shift in team.shifts.items() if d < since}
    for team in today.teams:
        shifts[team.id] |= {d: shift for d, shift in team.shifts.items() if d >= since}
    return tuple(replace(team, shifts=shifts[team.id]) for team in known.values())


def dated(
    published: Mapping[str, Dated], today: Mapping[str, Dated], since: dt.date
) -> tuple[Dated, ...]:
    """Vehicles or kits, by id, with their old dates before a day, and today's from it on."""
    return tuple(
        replace(
            member,
            dates=frozenset(d for d in _dates(published.get(name)) if d < since)
            | frozenset(d for d in _dates(today.get(name)) if d >= since),
        )
        for name, member in {**published, **today}.items()
    )


def _dates(member: Vehicle | Kit | None) -> frozenset[dt.date]:
    return member.dates if member else frozenset()
