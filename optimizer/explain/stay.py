"""How long a duty can stay at a site and how many people that serves; working minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    minutes, persons = request.minutes_per_person.as_integer_ratio()
    return request.setup_minutes - (-people * minutes // (persons * kits))


def people_within(request: Request, stay: int, kits: int, most: int) -> int:
    """Most people that a stop of at most ``stay`` minutes serves; 0 if no stop is possible."""
    if request.fixed_minutes is not None:
        people = most if stay >= request.fixed_minutes else 0
    else:
        people = _in_time(request, stay - request.setup_minutes, kits, most)
    return people if people >= request.fewest else 0


def _in_time(request: Request, work: int, kits: int, most: int) -> int:
    if work < 0:
        return 0
    minutes, persons = request.minutes_per_person.as_integer_ratio()
    return min(most, work * kits * persons // minutes) if minutes else most
