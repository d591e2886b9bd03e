"""A plan of one week as value objects: who goes where, when, for how many people."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from optimizer.values import at_least, guard

Status = Literal["optimal", "feasible"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit to one request within a duty; clock minutes after midnight."""

    request: str
    arrive: int = at_least(0)
    start: int = at_least(0)
    end: int = at_least(0)
    people: int = at_least(0)

    def __post_init__(self) -> None:
        guard(self)


@dataclass(frozen=True, slots=True)
class Duty:
    """One team, one vehicle and some kits on one date.

    Attributes
    ----------
    depart, back
        Clock minutes after midnight at the depot (``depart`` and ``return`` in plan.json).
    km
        Length of all legs, depot to depot.
    """

    date: dt.date
    team: str
    vehicle: str
    kits: tuple[str, ...]
    stops: tuple[Stop, ...]
    depart: int = at_least(0)
    back: int = at_least(0)
    km: float = at_least(0)

    def __post_init__(self) -> None:
        guard(self)

    @property
    def people(self) -> int:
        """People served over all stops."""
        return sum(stop.people for stop in self.stops)


@dataclass(frozen=True, slots=True)
class Unserved:
    """People of a request left out, and why (Bahasa Indonesia)."""

    request: str
    reason: str
    people: int = at_least(1)

    def __post_init__(self) -> None:
        guard(self)


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a week with its proof.

    Attributes
    ----------
    must_serve_missed
        Level 1: must-serve requests not wholly served.
    score
        Level 2, see the specification's objective.
    bound
        True upper bound on the score of every plan that misses no more must-serve requests,
        or None.
    seconds
        Wall time of the solve.
    """

    week: str
    status: Status
    must_serve_missed: int
    score: float
    bound: float | None
    seconds: float
    duties: tuple[Duty, ...] = ()
    unserved: tuple[Unserved, ...] = ()

    @property
    def gap(self) -> float | None:
        """``(bound - score) / max(1, |bound|)``, or None without a bound."""
        return None if self.bound is None else relative_gap(self.score, self.bound)

    def visits(self) -> Iterator[tuple[Duty, Stop]]:
        """Every stop with its duty."""
        return ((duty, stop) for duty in self.duties for stop in duty.stops)


def relative_gap(score: float, bound: float) -> float:
    """Distance of a score from its bound as the specification states it."""
    return (bound - score) / max(1.0, abs(bound))
