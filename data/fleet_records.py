"""The office's fleet as its file says it: depots, teams, vehicles, kits, and what is away when."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints

from data.document_faults import Record

SERVICES = {
    "perekaman": "recording",
    "pencetakan": "printing",
    "pencatatan_sipil": "civil_registry",
}
VEHICLE_KINDS = {"kenduren_mas": "kenduren_mas", "operasional": "operational"}
OPERATOR = "operator"

Name = Annotated[str, StringConstraints(min_length=1, max_length=80)]


def _translated(words: dict[str, str]) -> BeforeValidator:
    def translate(word: Any) -> str:
        if word not in words:
            raise ValueError(f"'{word}' tidak dikenal; pilih dari {', '.join(words)}")
        return words[word]

    return BeforeValidator(translate)


Service = Annotated[str, _translated(SERVICES)]
VehicleKind = Annotated[str, _translated(VEHICLE_KINDS)]


class KitPart(StrEnum):
    """Parts a recording kit cannot do without."""

    LAPTOP = "laptop"
    IRIS = "iris"
    FINGERPRINT = "sidik_jari"
    SIGNATURE = "tanda_tangan"
    CAMERA = "kamera"


class Depot(Record):
    """A place duties leave from; ``upland`` is its terrain class for travel estimates."""

    id: Name
    name: Name = Field(alias="nama")
    latitude: float = Field(alias="lintang", ge=-90, le=90)
    longitude: float = Field(alias="bujur", ge=-180, le=180)
    upland: bool = Field(alias="dataran_tinggi", default=False)


class Team(Record):
    """A crew that goes out together.

    Attributes
    ----------
    roles
        One role title for each member; an ``operator`` can work a recording kit.
    fewest
        With fewer members present the team stays at the office.
    """

    id: Name
    name: Name = Field(alias="nama")
    depot: Name = Field(alias="depo")
    roles: tuple[Name, ...] = Field(alias="peran", min_length=1)
    services: frozenset[Service] = Field(alias="layanan")
    fewest: int = Field(alias="petugas_minimal", default=2, ge=1)


class Vehicle(Record):
    """A Kenduren Mas service vehicle or an operational car."""

    id: Name
    name: Name = Field(alias="nama")
    depot: Name = Field(alias="depo")
    kind: VehicleKind = Field(alias="jenis")
    seats: int = Field(alias="kursi", ge=1)
    kit_slots: int = Field(alias="tempat_kit", ge=0)
    services: frozenset[Service] = Field(alias="layanan", default=frozenset())


class Kit(Record):
    """One set of recording equipment."""

    id: Name
    depot: Name = Field(alias="depo")


class Absence(Record):
    """Something that is away from ``first`` to ``last`` (open end: until further notice).

    Attributes
    ----------
    whom
        Id of a team, vehicle or kit.
    role
        Only one member of the team, by role; None means the whole team.
    part
        The broken part of a kit; without it the kit cannot record.
    """

    whom: Name = Field(alias="untuk")
    first: dt.date = Field(alias="dari")
    last: dt.date | None = Field(alias="sampai", default=None)
    role: Name | None = Field(alias="peran", default=None)
    part: KitPart | None = Field(alias="bagian", default=None)
    reason: Name = Field(alias="alasan")

    def covers(self, date: dt.date) -> bool:
        """Whether the absence holds on that date."""
        return self.first <= date and (self.last is None or date <= self.last)


@dataclass(frozen=True, slots=True)
class Strength:
    """Members of a team who are present on a date."""

    crew: int
    operators: int

    def entry_id(self, team: Team) -> str:
        """Id of the team at this strength: ``T1``, or ``T1@3-2`` when members are away."""
        whole = self == Strength(len(team.roles), team.roles.count(OPERATOR))
        return team.id if whole else f"{team.id}@{self.crew}-{self.operators}"

    def printed(self, team: str) -> str:
        """Printed name of the reduced team."""
        return f"{team} ({self.crew} petugas)"


@dataclass(frozen=True)
class Fleet:
    """All that goes out, and what of it is away when."""

    depots: tuple[Depot, ...]
    teams: tuple[Team, ...]
    vehicles: tuple[Vehicle, ...]
    kits: tuple[Kit, ...]
    absences: tuple[Absence, ...] = ()

    @cached_property
    def names(self) -> dict[str, str]:
        """Printed names of teams, reduced crews and vehicles by id."""
        named = {vehicle.id: vehicle.name for vehicle in self.vehicles}
        for team in self.teams:
            crews = {self.strength(team, date) for date in self._turns(team)} - {None}
            named |= {s.entry_id(team): s.printed(team.name) for s in crews if s is not None}
            named[team.id] = team.name
        return named

    def away(self, whom: str, date: dt.date) -> tuple[Absence, ...]:
        """Absences of a team, vehicle or kit on a date."""
        return tuple(a for a in self.absences if a.whom == whom and a.covers(date))

    def strength(self, team: Team, date: dt.date) -> Strength | None:
        """Members of a team present on a date, or None when the team cannot go out."""
        absences = self.away(team.id, date)
        roles = [absence.role for absence in absences if absence.role is not None]
        if len(roles) < len(absences):
            return None
        present = Counter(team.roles)
        present.subtract(roles)
        present = +present
        crew, operators = present.total(), present[OPERATOR]
        return Strength(crew, operators) if crew >= team.fewest and operators >= 1 else None

    def _turns(self, team: Team) -> set[dt.date]:
        """Dates on which a team's strength may change."""
        mine = [absence for absence in self.absences if absence.whom == team.id]
        ends = {absence.last + dt.timedelta(days=1) for absence in mine if absence.last}
        return {absence.first for absence in mine} | ends
