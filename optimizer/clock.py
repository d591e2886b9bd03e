"""The clock of one day, without its breaks.

During a break the clock of a whole duty stands still (spec, hard rule 3), so a break is a hole
of length zero on the *working* axis. Both axes count whole minutes; clock minutes from midnight,
working minutes from midnight less the breaks before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A closed span of clock time within one day.

    Attributes
    ----------
    open, close
        Clock minutes after midnight, ``0 <= open <= close``; the day itself says where it ends.

    Raises
    ------
    ValueError
        If the span begins before midnight or ends before it begins.
    """

    open: int
    close: int

    def __post_init__(self) -> None:
        if not 0 <= self.open <= self.close:
            raise ValueError(f"{self.open}-{self.close} is no span of a day")


def parse_clock(text: str) -> int:
    """Minutes after midnight of ``"HH:MM"``.

    Raises
    ------
    ValueError
        If the text is not a time of day.
    """
    hours, colon, minutes = text.partition(":")
    shaped = len(text) == 5 and colon and hours.isascii() and minutes.isascii()
    if not (shaped and hours.isdigit() and minutes.isdigit()):
        raise ValueError(f"not a time of day: {text!r}")
    if int(hours) > 23 or int(minutes) > 59:
        raise ValueError(f"not a time of day: {text!r}")
    return int(hours) * 60 + int(minutes)


def format_clock(minute: int) -> str:
    """``"HH:MM"`` of a minute after midnight.

    Raises
    ------
    ValueError
        If no clock shows this minute: only days of 24 hours can be written.
    """
    if not 0 <= minute < MINUTES_PER_DAY:
        raise ValueError(f"minute {minute} is no time of day")
    return f"{minute // 60:02d}:{minute % 60:02d}"


@dataclass(frozen=True, slots=True)
class WorkingClock:
    """Translates between clock minutes and working minutes of one day.

    Parameters
    ----------
    breaks
        Disjoint spans in ascending order.
    """

    breaks: tuple[Span, ...]

    @classmethod
    def of(cls, breaks: Sequence[Span]) -> "WorkingClock":
        """Clock of a day whose breaks may touch and come in any order."""
        return cls(tuple(sorted(breaks)))

    def working(self, clock: int) -> int:
        """Working minute of a clock minute; inside a break, that of the break's start."""
        return clock - sum(max(0, min(clock, b.close) - b.open) for b in self.breaks)

    def earliest_clock(self, working: int) -> int:
        """First clock minute at which so many working minutes have passed."""
        clock = working
        for pause in self.breaks:
            if clock > pause.open:
                clock += pause.close - pause.open
        return clock

    def latest_clock(self, working: int) -> int:
        """Last clock minute with that working minute (the end of a break that begins there)."""
        clock = working
        for pause in self.breaks:
            if clock >= pause.open:
                clock += pause.close - pause.open
        return clock
