"""How long a duty can stay at a site and how many people that serves; working minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from optimizer.clock import Span
from optimizer.problem import Day, Request

Spans = Sequence[tuple[int, int]]
"""Opening and closing working minutes."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The time between reaching a site and having to leave it.

    Attributes
    ----------
    arrive
        Earliest arrival.
    leave
        Latest departure from which all that follows is still in time.
    """

    arrive: int
    leave: int

    def longest_stay(self, windows: Spans) -> int:
        """Longest stop within one window; negative if there is none."""
        stays = (min(close, self.leave) - max(opens, self.arrive) for opens, close in windows)
        return max(stays, default=-1)


def working_windows(day: Day, request: Request) -> Spans:
    """Windows of the request on that day in working minutes."""
    spans = request.windows.get(day.date, ())
    clock = day.clock
    return [(clock.working(s.open), clock.working(s.close)) for s in spans if _prints(day, s)]


def _prints(day: Day, span: Span) -> bool:
    return not any(b.open < span.open and span.close < b.close for b in day.breaks)


def length(request: Request, people: int, kits: int) -> int:
    """Working minutes of a stop for so many people."""
    if request.fixed_minutes is not None:
        return request.fixed_minutes
    return request.setup_minutes + ceil(people * Fraction(request.minutes_per_person) / kits)


def people_within(request: Request, stay: int, kits: int, most: int) -> int:
    """Most people that a stop of at most ``stay`` minutes serves; 0 if no stop is possible."""
    fewest = request.fewest
    if most < fewest or stay < length(request, fewest, kits):
        return 0
    if request.fixed_minutes is not None or not request.minutes_per_person:
        return most
    minutes = stay - request.setup_minutes
    return min(most, floor(minutes * kits / Fraction(request.minutes_per_person)))
