"""The weekly planning problem as value objects.

Names and rules follow the specification of ``problem.json``: a multi-period team orienteering
problem with time windows, split service and three coupled resources (team, vehicle, kits).
Minutes are whole clock minutes after midnight unless a name says otherwise.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.clock import MINUTES_PER_DAY, Span, WorkingClock
from optimizer.cross_check import Parts, cross_faults
from optimizer.faults import InvalidDocument
from optimizer.plan import Duty
from optimizer.values import at_least, guard


@dataclass(frozen=True)
class Day:
    """A planning day and its breaks (disjoint, ascending).

    Attributes
    ----------
    minutes
        Every time of the day is below it. Files hold days of 24 hours only; a problem built in
        memory may count in finer units, and then its day has more of them.
    """

    date: dt.date
    breaks: tuple[Span, ...] = ()
    minutes: int = at_least(1, default=MINUTES_PER_DAY)

    def __post_init__(self) -> None:
        guard(self)

    @cached_property
    def clock(self) -> WorkingClock:
        """The day's translation between clock and working minutes."""
        return WorkingClock.of(self.breaks)


@dataclass(frozen=True, slots=True)
class Depot:
    """A place duties leave from and return to; ``location`` indexes the travel matrices."""

    id: str
    name: str
    location: int = at_least(0)

    def __post_init__(self) -> None:
        guard(self)


@dataclass(frozen=True, slots=True)
class Team:
    """A crew that goes out together.

    Attributes
    ----------
    crew
        Officers who need a seat.
    operators
        Officers who can work a recording kit.
    shifts
        Clock span of each date the team works; an absent date means not available.
    """

    id: str
    depot: str
    services: frozenset[str]
    shifts: Mapping[dt.date, Span]
    crew: int = at_least(1)
    operators: int = at_least(0)

    def __post_init__(self) -> None:
        guard(self)


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A Kenduren Mas service vehicle or an operational car, with its on-board services."""

    id: str
    depot: str
    kind: str
    services: frozenset[str]
    dates: frozenset[dt.date]
    seats: int = at_least(0)
    kit_slots: int = at_least(0)

    def __post_init__(self) -> None:
        guard(self)


@dataclass(frozen=True, slots=True)
class Kit:
    """One set of recording equipment, pooled at its depot."""

    id: str
    depot: str
    dates: frozenset[dt.date]


@dataclass(frozen=True, slots=True)
class Request:
    """One site's accepted letter: come and record ``people`` persons.

    Attributes
    ----------
    location
        Index into the travel matrices.
    people
        Persons to serve in the week.
    weight
        Value of one served person relative to ``Objective.value_per_person``.
    services
        Needed from team and vehicle together.
    windows
        Clock spans of each date in which a stop must lie; an absent date means never.
    setup_minutes, minutes_per_person
        A stop for ``p`` people with ``k`` kits lasts exactly
        ``setup_minutes + ceil(p * minutes_per_person / k)`` working minutes.
    fixed_minutes
        If set, a stop lasts exactly that and serves everybody or nobody, once a week.
    min_people
        Fewest people of a stop (or all, if fewer are asked).
    """

    id: str
    kind: str
    name: str
    services: frozenset[str]
    vehicle_kinds: frozenset[str]
    windows: Mapping[dt.date, tuple[Span, ...]]
    must_serve: bool
    location: int = at_least(0)
    people: int = at_least(1)
    weight: float = at_least(0)
    setup_minutes: int = at_least(0)
    minutes_per_person: Decimal = at_least(0)
    fixed_minutes: int | None = at_least(0)
    min_people: int = at_least(0)
    max_duties_per_day: int = at_least(1)

    def __post_init__(self) -> None:
        guard(self)

    @property
    def fewest(self) -> int:
        """Fewest people one stop may serve."""
        return self.people if self.fixed_minutes is not None else min(self.min_people, self.people)


@dataclass(frozen=True, slots=True)
class Pin:
    """A stop that must be in the plan, with every field that is not None."""

    request: str
    date: dt.date | None = None
    team: str | None = None
    vehicle: str | None = None
    people: int | None = at_least(0, default=None)

    def __post_init__(self) -> None:
        guard(self)


@dataclass(frozen=True, eq=False)
class Travel:
    """Legs between locations.

    Attributes
    ----------
    locations
        (latitude, longitude) in degrees, WGS 84.
    minutes
        Working minutes, float, shape ``(n, n)``; may be asymmetric and non-metric.
    km
        Kilometres, float, shape ``(n, n)``.
    """

    locations: tuple[tuple[float, float], ...]
    minutes: NDArray[np.float64]
    km: NDArray[np.float64]

    def __post_init__(self) -> None:
        for matrix in (self.minutes, self.km):
            matrix.setflags(write=False)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Travel)
            and self.locations == other.locations
            and np.array_equal(self.minutes, other.minutes)
            and np.array_equal(self.km, other.km)
        )

    def __hash__(self) -> int:
        return hash((self.locations, self.km.tobytes()))

    @cached_property
    def whole_minutes(self) -> NDArray[np.int64]:
        """Legs in whole minutes, rounded up: exact, because every printed time is whole."""
        return np.ceil(self.minutes).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Objective:
    """Weights of the level-2 score."""

    value_per_person: float = at_least(0)
    cost_per_km: float = at_least(0)
    cost_per_duty: float = at_least(0)
    cost_per_change: float = at_least(0)

    def __post_init__(self) -> None:
        guard(self)


@dataclass(frozen=True)
class Problem:
    """One regency, one planning week.

    Raises
    ------
    InvalidDocument
        With every fault found across the parts (unknown references, repeated ids, bad matrices).
    """

    regency: str
    week: str
    timezone: str
    days: tuple[Day, ...]
    depots: tuple[Depot, ...]
    teams: tuple[Team, ...]
    vehicles: tuple[Vehicle, ...]
    kits: tuple[Kit, ...]
    requests: tuple[Request, ...]
    travel: Travel
    objective: Objective
    pins: tuple[Pin, ...] = ()
    previous: tuple[Duty, ...] = ()

    def __post_init__(self) -> None:
        names = (column.name for column in fields(Parts) if column.name != "unread")
        faults = cross_faults(Parts(**{name: getattr(self, name) for name in names}))
        if faults:
            raise InvalidDocument(faults)

    @cached_property
    def request(self) -> Mapping[str, Request]:
        """Requests by id."""
        return {request.id: request for request in self.requests}

    @cached_property
    def team(self) -> Mapping[str, Team]:
        """Teams by id."""
        return {team.id: team for team in self.teams}

    @cached_property
    def vehicle(self) -> Mapping[str, Vehicle]:
        """Vehicles by id."""
        return {vehicle.id: vehicle for vehicle in self.vehicles}

    @cached_property
    def depot(self) -> Mapping[str, Depot]:
        """Depots by id."""
        return {depot.id: depot for depot in self.depots}

    @cached_property
    def day(self) -> Mapping[dt.date, Day]:
        """Days by date."""
        return {day.date: day for day in self.days}

    @cached_property
    def promised_dates(self) -> frozenset[tuple[str, dt.date]]:
        """(request, date) pairs of the previous plan whose request is still asked for."""
        return frozenset(
            (stop.request, duty.date)
            for duty in self.previous
            for stop in duty.stops
            if stop.request in self.request
        )
