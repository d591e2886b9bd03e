"""Cards recorded but not yet printed: the backlog, and when it will be worked off."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

WEEKS_LOOKED_BACK = 8


@dataclass(frozen=True, slots=True)
class CardLedger:
    """The backlog of unprinted cards.

    Attributes
    ----------
    waiting
        Cards recorded and not printed.
    recorded_weekly, printed_weekly
        Means of the last weeks.
    weeks_to_clear
        Weeks until nothing waits at this pace, None if the backlog does not shrink.
    """

    waiting: int
    recorded_weekly: float
    printed_weekly: float
    weeks_to_clear: int | None

    @property
    def sentence(self) -> str:
        """The forecast in Bahasa Indonesia."""
        if self.waiting == 0:
            return "Tidak ada kartu yang menunggu dicetak."
        if self.weeks_to_clear is None:
            return f"{self.waiting} kartu menunggu dicetak, dan tunggakan tidak berkurang."
        return f"{self.waiting} kartu menunggu dicetak, habis dalam {self.weeks_to_clear} minggu."


def card_ledger(
    opening: int,
    recorded: Mapping[str, int],
    printed: Mapping[str, int],
    capacity: int | None = None,
) -> CardLedger:
    """Backlog and forecast.

    Parameters
    ----------
    opening
        Cards waiting before the first week.
    recorded, printed
        Cards by ISO week; a week without printing may be left out.
    capacity
        Cards that could be printed a week; without it the pace of the last weeks goes on.
    """
    waiting = max(0, opening + sum(recorded.values()) - sum(printed.values()))
    weeks = sorted(recorded.keys() | printed.keys())[-WEEKS_LOOKED_BACK:]
    coming = sum(recorded.get(week, 0) for week in weeks) / max(1, len(weeks))
    going = sum(printed.get(week, 0) for week in weeks) / max(1, len(weeks))
    pace = (going if capacity is None else capacity) - coming
    clear = 0 if waiting == 0 else ceil(waiting / pace) if pace > 0 else None
    return CardLedger(waiting, round(coming, 1), round(going, 1), clear)
