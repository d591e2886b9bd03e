"""Who and what can go out in a changed week: what is settled as it was, the rest as it is now."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from optimizer.clock import Span
from optimizer.plan import Duty
from optimizer.problem import Kit, Problem, Team, Vehicle

Dated = TypeVar("Dated", Vehicle, Kit)
Went = Callable[[str, dt.date], bool]


def went_out(done: Collection[Duty], since: dt.date) -> Went:
    """Whether a team, vehicle or kit, by id, has the days it had: all past ones, and settled."""
    used = {(name, d.date) for d in done for name in (d.team, d.vehicle, *d.kits)}
    return lambda name, date: date < since or (name, date) in used


def teams(published: Problem, today: Problem, went: Went) -> tuple[Team, ...]:
    """Teams with their old shifts where they went out, and today's shifts otherwise."""
    known = {team.id: team for team in (*published.teams, *today.teams)}
    shifts: dict[str, dict[dt.date, Span]] = {name: {} for name in known}
    for team in published.teams:
        shifts[team.id] |= {d: s for d, s in team.shifts.items() if went(team.id, d)}
    for team in today.teams:
        shifts[team.id] |= {d: s for d, s in team.shifts.items() if not went(team.id, d)}
    return tuple(replace(team, shifts=shifts[team.id]) for team in known.values())


def dated(
    published: Mapping[str, Dated], today: Mapping[str, Dated], went: Went
) -> tuple[Dated, ...]:
    """Vehicles or kits, by id, with their old dates where they went out, today's otherwise."""
    return tuple(
        replace(
            member,
            dates=frozenset(d for d in _dates(published.get(name)) if went(name, d))
            | frozenset(d for d in _dates(today.get(name)) if not went(name, d)),
        )
        for name, member in {**published, **today}.items()
    )


def _dates(member: Vehicle | Kit | None) -> frozenset[dt.date]:
    return member.dates if member else frozenset()
