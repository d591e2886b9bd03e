"""Cards recorded but not yet printed: the backlog, and when it will be worked off."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from data.weekdays import dates_of_week, week_of

WEEKS_LOOKED_BACK = 8


@dataclass(frozen=True, slots=True)
class Forecast:
    """What becomes of a backlog at steady rates.

    Attributes
    ----------
    weeks
        Weeks until nothing waits, None if that never comes.
    growth
        Cards that the backlog grows by each week; it shrinks where negative.
    """

    weeks: int | None
    growth: Fraction


def forecast(waiting: int, coming: Fraction | int, going: Fraction | int) -> Forecast:
    """Forecast of ``waiting`` cards with so many coming in and going out each week.

    Exact, since a backlog of a whole number of weeks must not get a week more by rounding.
    """
    growth = Fraction(coming) - Fraction(going)
    if waiting == 0 and growth <= 0:
        return Forecast(0, growth)
    return Forecast(ceil(waiting / -growth) if growth < 0 else None, growth)


@dataclass(frozen=True, slots=True)
class CardLedger:
    """The backlog of unprinted cards.

    Attributes
    ----------
    waiting
        Cards recorded and not printed.
    recorded_weekly, printed_weekly
        Means of the last full weeks.
    capacity
        Cards that could be printed a week, None where nobody said.
    """

    waiting: int
    recorded_weekly: Fraction
    printed_weekly: Fraction
    capacity: int | None = None

    @property
    def at_present(self) -> Forecast:
        """If the last weeks go on."""
        return forecast(self.waiting, self.recorded_weekly, self.printed_weekly)

    @property
    def at_capacity(self) -> Forecast | None:
        """If printing works as hard as it could."""
        if self.capacity is None:
            return None
        return forecast(self.waiting, self.recorded_weekly, self.capacity)


def card_ledger(
    week: str,
    opening: int,
    recorded: Mapping[str, int],
    printed: Mapping[str, int],
    capacity: int | None = None,
) -> CardLedger:
    """The backlog as it stands, at the pace of the last full weeks.

    Parameters
    ----------
    week
        ISO week that the pace is looked back from; it is not over, so it makes no pace.
    opening
        Cards waiting before the first recorded week.
    recorded, printed
        Cards by ISO week; a week that is left out between others counts as nothing done.
    """
    known = sorted(recorded.keys() | printed.keys())
    weeks = [past for past in _weeks_before(week) if known and past >= known[0]]
    coming = sum(recorded.get(past, 0) for past in weeks)
    going = sum(printed.get(past, 0) for past in weeks)
    number = max(1, len(weeks))
    return CardLedger(
        waiting=max(0, opening + sum(recorded.values()) - sum(printed.values())),
        recorded_weekly=Fraction(coming, number),
        printed_weekly=Fraction(going, number),
        capacity=capacity,
    )


def _weeks_before(week: str) -> list[str]:
    monday = dates_of_week(week)[0]
    return [week_of(monday - dt.timedelta(weeks=n)) for n in range(1, WEEKS_LOOKED_BACK + 1)]
