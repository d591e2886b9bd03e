"""Teams, vehicles and kits in groups of equals, and the slots in which they meet.

Within a group every member can stand in for every other, so the master counts groups and names
are handed out after the solve. A team or vehicle that a pin names is a group of its own.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from optimizer.clock import Span, WorkingClock
from optimizer.problem import Problem, Request, Team, Vehicle


@dataclass(frozen=True, slots=True)
class TeamGroup:
    """Teams that are alike on one date; ``shift`` keeps clear of breaks."""

    date: dt.date
    depot: str
    shift: Span
    crew: int
    operators: int
    services: frozenset[str]
    named: str | None


@dataclass(frozen=True, slots=True)
class VehicleGroup:
    """Vehicles that are alike on one date."""

    date: dt.date
    depot: str
    kind: str
    seats: int
    kit_slots: int
    services: frozenset[str]
    named: str | None


Group = TypeVar("Group", TeamGroup, VehicleGroup)


@dataclass(frozen=True, slots=True)
class DutyClass:
    """All that a duty's feasible stops depend on.

    Attributes
    ----------
    shift
        Clock span within which the duty leaves and returns.
    kits
        Recording kits taken along, which divide the minutes per person.
    requests
        Indices of the requests it may visit.
    team, vehicle
        The named team and vehicle, where a pin asks for one.
    """

    date: dt.date
    depot: str
    shift: Span
    kits: int
    requests: frozenset[int]
    team: str | None
    vehicle: str | None


@dataclass(frozen=True, slots=True)
class Slot:
    """A way to man one duty: a team group, a vehicle group and a number of kits."""

    team: TeamGroup
    vehicle: VehicleGroup
    duty_class: DutyClass


@dataclass(frozen=True)
class Resources:
    """Who and what can be combined in the week.

    Attributes
    ----------
    teams, vehicles
        Members of each group, in the problem's order.
    kits
        Kits by (date, depot), in the problem's order.
    slots
        Every combination that can carry a duty with at least one stop.
    """

    teams: Mapping[TeamGroup, tuple[str, ...]]
    vehicles: Mapping[VehicleGroup, tuple[str, ...]]
    kits: Mapping[tuple[dt.date, str], tuple[str, ...]]
    slots: tuple[Slot, ...]

    @cached_property
    def classes(self) -> tuple[DutyClass, ...]:
        """Distinct classes, in the order of their first slot."""
        return tuple(dict.fromkeys(slot.duty_class for slot in self.slots))

    @cached_property
    def slot_of(self) -> Mapping[tuple[TeamGroup, VehicleGroup, int], Slot]:
        """Slot of each team group, vehicle group and number of kits."""
        return {(slot.team, slot.vehicle, slot.duty_class.kits): slot for slot in self.slots}


def group_of(groups: Mapping[Group, Iterable[str]]) -> dict[tuple[dt.date, str], Group]:
    """Group of every member on every date."""
    return {(group.date, name): group for group, names in groups.items() for name in names}


def resources(problem: Problem) -> Resources:
    """Group the week's teams, vehicles and kits."""
    named = {pin.team for pin in problem.pins} | {pin.vehicle for pin in problem.pins}
    teams: dict[TeamGroup, list[str]] = defaultdict(list)
    vehicles: dict[VehicleGroup, list[str]] = defaultdict(list)
    kits: dict[tuple[dt.date, str], list[str]] = defaultdict(list)
    for day in problem.days:
        for team in problem.teams:
            shift = open_span(day.clock, team.shifts[day.date]) if day.date in team.shifts else None
            if shift is not None:
                teams[_team_group(day.date, shift, team, named)].append(team.id)
        for vehicle in problem.vehicles:
            if day.date in vehicle.dates:
                vehicles[_vehicle_group(day.date, vehicle, named)].append(vehicle.id)
        for kit in problem.kits:
            if day.date in kit.dates:
                kits[day.date, kit.depot].append(kit.id)
    slots = tuple(_slots(problem, teams, vehicles, {key: len(ids) for key, ids in kits.items()}))
    return Resources(
        {group: tuple(members) for group, members in teams.items()},
        {group: tuple(members) for group, members in vehicles.items()},
        {place: tuple(members) for place, members in kits.items()},
        slots,
    )


def open_span(clock: WorkingClock, span: Span) -> Span | None:
    """The span without ends inside a break, where nothing can be printed; None if nothing is left.

    Parameters
    ----------
    clock
        The day's clock.
    span
        A window or shift in clock minutes.
    """
    opens, closes = span.open, span.close
    for pause in clock.breaks:
        if pause.open < opens < pause.close:
            opens = pause.close
        if pause.open < closes < pause.close:
            closes = pause.open
    return Span(opens, closes) if opens <= closes else None


def _team_group(date: dt.date, shift: Span, team: Team, named: set[str | None]) -> TeamGroup:
    name = team.id if team.id in named else None
    return TeamGroup(date, team.depot, shift, team.crew, team.operators, team.services, name)


def _vehicle_group(date: dt.date, vehicle: Vehicle, named: set[str | None]) -> VehicleGroup:
    name = vehicle.id if vehicle.id in named else None
    equipment = (vehicle.seats, vehicle.kit_slots, vehicle.services)
    return VehicleGroup(date, vehicle.depot, vehicle.kind, *equipment, name)


def _slots(
    problem: Problem,
    teams: Iterable[TeamGroup],
    vehicles: Iterable[VehicleGroup],
    kits: Mapping[tuple[dt.date, str], int],
) -> Iterable[Slot]:
    for team in teams:
        for vehicle in vehicles:
            place = (team.date, team.depot)
            if place != (vehicle.date, vehicle.depot) or team.crew > vehicle.seats:
                continue
            allowed = _allowed(problem, team, vehicle)
            most = min(team.operators, vehicle.kit_slots, kits.get(place, 0))
            for count in range(1, most + 1 if allowed else 1):
                duty_class = DutyClass(
                    *place, team.shift, count, allowed, team.named, vehicle.named
                )
                yield Slot(team, vehicle, duty_class)


def _allowed(problem: Problem, team: TeamGroup, vehicle: VehicleGroup) -> frozenset[int]:
    services = team.services | vehicle.services
    return frozenset(
        index
        for index, request in enumerate(problem.requests)
        if team.date in request.windows and _suits(request, services, vehicle.kind)
    )


def _suits(request: Request, services: frozenset[str], kind: str) -> bool:
    return request.services <= services and kind in request.vehicle_kinds
