"""What must hold between the parts of a problem. One function, one rule."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from optimizer.clock import Span
from optimizer.faults import Fault
from optimizer.values import LARGEST

if TYPE_CHECKING:
    from optimizer.problem import Day, Depot, Kit, Pin, Request, Team, Travel, Vehicle

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a problem before they are one; an unreadable part is None in its place.

    Attributes
    ----------
    unread
        Names of unreadable parts by list, so that references to them are no second fault.
    """

    days: "Sequence[Day | None]"
    depots: "Sequence[Depot | None]"
    teams: "Sequence[Team | None]"
    vehicles: "Sequence[Vehicle | None]"
    kits: "Sequence[Kit | None]"
    requests: "Sequence[Request | None]"
    pins: "Sequence[Pin | None]"
    travel: "Travel | None"
    unread: Mapping[str, frozenset[Any]] = field(default_factory=dict)

    def known(self, part: str, key: str = "id") -> set[Any]:
        """Names that may be referred to."""
        return {getattr(member, key) for _, member in present(getattr(self, part))} | set(
            self.unread.get(part, ())
        )


def present(members: Sequence[T | None]) -> Iterator[tuple[int, T]]:
    """Readable members with their place."""
    return ((index, member) for index, member in enumerate(members) if member is not None)


def cross_faults(parts: Parts) -> list[Fault]:
    """Every fault between the parts of a problem, paths as in problem.json."""
    return [
        *_repeated("days", parts.days, key="date"),
        *_repeated("depots", parts.depots),
        *_repeated("teams", parts.teams),
        *_repeated("vehicles", parts.vehicles),
        *_repeated("kits", parts.kits),
        *_repeated("requests", parts.requests),
        *_breaks(parts),
        *_times_of_day(parts),
        *_unknown_depots(parts),
        *_unknown_locations(parts),
        *_travel(parts),
        *_pins(parts),
    ]


def _repeated(path: str, members: Sequence[Any], key: str = "id") -> Iterator[Fault]:
    seen: dict[Any, int] = {}
    for index, member in present(members):
        name = getattr(member, key)
        first = seen.setdefault(name, index)
        if first != index:
            yield Fault(f"{path}[{index}].{key}", f"'{name}' sudah dipakai di {path}[{first}]")


def _breaks(parts: Parts) -> Iterator[Fault]:
    for index, day in present(parts.days):
        if overlapping(day.breaks):
            yield Fault(f"days[{index}].breaks", "jam istirahat tumpang tindih")


def _times_of_day(parts: Parts) -> Iterator[Fault]:
    """Every span of a date lies within that date."""
    days = {day.date: day for _, day in present(parts.days)}
    spans = [(f"days[{i}].breaks", day.date, day.breaks) for i, day in present(parts.days)]
    for index, team in present(parts.teams):
        spans += [(f"teams[{index}].shifts.{d}", d, (span,)) for d, span in team.shifts.items()]
    for index, request in present(parts.requests):
        spans += [(f"requests[{index}].windows.{d}", d, w) for d, w in request.windows.items()]
    for path, date, ones in spans:
        if date in days and any(span.close >= days[date].minutes for span in ones):
            yield Fault(path, f"harus sebelum menit ke-{days[date].minutes} hari itu")


def overlapping(spans: Iterable[Span]) -> bool:
    """Whether two of the spans share more than an end point."""
    ordered = sorted(spans)
    return any(a.close > b.open for a, b in pairwise(ordered))


def _unknown_depots(parts: Parts) -> Iterator[Fault]:
    known = parts.known("depots")
    owners: tuple[tuple[str, Sequence[Any]], ...] = (
        ("teams", parts.teams),
        ("vehicles", parts.vehicles),
        ("kits", parts.kits),
    )
    for path, members in owners:
        for index, member in present(members):
            if member.depot not in known:
                yield Fault(f"{path}[{index}].depot", f"depo '{member.depot}' tidak dikenal")


def _unknown_locations(parts: Parts) -> Iterator[Fault]:
    if parts.travel is None:
        return
    size = len(parts.travel.locations)
    owners: tuple[tuple[str, Sequence[Any]], ...] = (
        ("depots", parts.depots),
        ("requests", parts.requests),
    )
    for path, members in owners:
        for index, member in present(members):
            if member.location >= size:
                message = f"lokasi {member.location} tidak ada (hanya ada {size} lokasi)"
                yield Fault(f"{path}[{index}].location", message)


def _travel(parts: Parts) -> Iterator[Fault]:
    if parts.travel is None:
        return
    for index, (latitude, longitude) in enumerate(parts.travel.locations):
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            message = "bukan koordinat [lintang, bujur] dalam derajat"
            yield Fault(f"travel.locations[{index}]", message)
    size = len(parts.travel.locations)
    for name, matrix in (("minutes", parts.travel.minutes), ("km", parts.travel.km)):
        if matrix.shape != (size, size):
            yield Fault(f"travel.{name}", f"harus matriks {size} x {size}")
        yield from leg_faults(f"travel.{name}", matrix)


def leg_faults(path: str, matrix: NDArray[np.float64]) -> Iterator[Fault]:
    """Entries of a matrix of legs that are no legs."""
    for row, column in np.argwhere(~((matrix >= 0) & (matrix <= LARGEST))):
        yield Fault(f"{path}[{row}][{column}]", "harus angka 0 sampai satu miliar")
    for index in np.flatnonzero(np.diagonal(matrix) > 0):
        yield Fault(f"{path}[{index}][{index}]", "diagonal harus 0")


def _pins(parts: Parts) -> Iterator[Fault]:
    known = {
        "request": parts.known("requests"),
        "date": parts.known("days", "date"),
        "team": parts.known("teams"),
        "vehicle": parts.known("vehicles"),
    }
    requests = {request.id: request for _, request in present(parts.requests)}
    for index, pin in present(parts.pins):
        for name, values in known.items():
            value = getattr(pin, name)
            if value is not None and value not in values:
                yield Fault(f"pins[{index}].{name}", f"'{value}' tidak dikenal")
        if pin.request in requests and pin.people is not None:
            yield from _pinned_people(index, pin.people, requests[pin.request])


def _pinned_people(index: int, people: int, request: "Request") -> Iterator[Fault]:
    if not request.fewest <= people <= request.people:
        message = f"{people} orang di luar batas {request.fewest}-{request.people}"
        yield Fault(f"pins[{index}].people", message)
