"""Neighbourhoods of whole days: all duties of some days are chosen anew, the other days stay.

A request served in parts ties its days together, mostly two by two. So few days are priced beside
the others in seconds, and the best plan over what their linear master likes is mostly proved.

References
----------
Shaw (1998), doi:10.1007/3-540-49481-2_30.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import combinations
from math import comb
from random import Random

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.effort import Manner, Unsolved
from optimizer.master.manning import Manned
from optimizer.search.allowance import Allowance
from optimizer.search.freeing import without
from optimizer.search.remainder import remainder
from optimizer.search.reopened import Care, Reopened
from optimizer.search.value import missed_requests

DAYS, DUTIES = 2, 20
"""So many days are freed at least, and more while that is fewer duties in the mean."""
CHOICES = 500
"""Where there are more ways to choose so many days, so many and more are not freed."""
FAVOURITES, LEAST, MOST = 400, 150, 2000
"""Columns of a program at first, and within which limits there are more or fewer later."""
GROWTH, SHRINKAGE, QUICKLY = 1.25, 0.8, 0.2
"""More where a program took less than this share of its time, fewer where it did not end."""
PRICING, PROGRAM = (0.08, 20.0), (0.04, 12.0)
"""Shares of the time and most seconds for columns and cuts, and for a program."""
CUTTINGS = 2
FADING, SELDOM = 0.6, 0.1
"""How often fewer misses are looked for: less by this factor when none is found."""

Dates = tuple[dt.date, ...]
Swap = tuple[tuple[Manned, ...], tuple[Manned, ...]]


class WholeDays:
    """Frees days of a plan, those first that were not for longest, and more where none is left."""

    def __init__(self, week: Week, allowance: Allowance, seed: int) -> None:
        self._week = week
        self._allowance = allowance
        self._draw = Random(seed)
        self._dates = tuple(day.date for day in week.problem.days)
        self._favourites = float(FAVOURITES)
        self._hope = 1.0
        self._plan: Sequence[Manned] = ()
        self._tried: set[Dates] = set()
        self._turns: dict[Dates, int] = {}

    def ready(self, manned: Sequence[Manned]) -> bool:
        """Whether there are days that were not freed in this plan."""
        return bool(self._left(manned))

    def better(self, manned: Sequence[Manned], wanted: Callable[[], bool]) -> Swap | None:
        """Free some days: their duties and better ones in their place, None if there are none.

        Parameters
        ----------
        manned
            The plan at hand, for which ``ready`` is true.
        wanted
            Asked on the way: whether a better one is still of use.
        """
        dates = self._next(manned)
        freed = tuple(one for one in manned if one[1].duty_class.date in dates)
        part = remainder(self._week, without(manned, freed), frozenset(dates))
        if not part.rest.classes:
            return None
        reopened = Reopened(part.rest, Pricer(part.rest, map), part.release(freed))
        missed = reopened.missed
        fewer = missed > 0 and self._draw.random() < self._hope
        seconds, allowed = self._allowance.at_most(*PRICING), 0 if fewer else missed
        try:
            found = reopened.better(self._allowance, seconds, allowed, self._care(), wanted)
        except Unsolved:
            return None
        if fewer:
            kept = found is not None and _misses(part.rest, found) < missed
            self._hope = 1.0 if kept else max(SELDOM, FADING * self._hope)
        self._resize(reopened.spent)
        return None if found is None else (freed, part.adopt(found))

    def _left(self, manned: Sequence[Manned]) -> list[Dates]:
        """Choices of as few days as possible that were not tried in this plan."""
        if manned != self._plan:
            self._plan, self._tried = manned, set()
        for size in range(self._least(manned), len(self._dates)):
            if comb(len(self._dates), size) > CHOICES:
                break
            choices = combinations(self._dates, size)
            if left := [days for days in choices if days not in self._tried]:
                return left
        return []

    def _least(self, manned: Sequence[Manned]) -> int:
        few = DUTIES * len(self._dates) / max(1, len(manned))
        return max(DAYS, min(len(self._dates) - 1, round(few)))

    def _next(self, manned: Sequence[Manned]) -> Dates:
        left = self._left(manned)
        self._draw.shuffle(left)
        dates = min(left, key=lambda days: self._turns.get(days, 0))
        self._tried.add(dates)
        self._turns[dates] = 1 + max(self._turns.values(), default=0)
        return dates

    def _care(self) -> Care:
        effort = 0.5, self._allowance.at_most(*PROGRAM)
        return Care(round(self._favourites), 0, CUTTINGS, effort, Manner.STEADILY)

    def _resize(self, spent: float) -> None:
        """More or fewer columns the next time, by the share of its time that a program took."""
        if spent >= 1.0:
            self._favourites = max(LEAST, SHRINKAGE * self._favourites)
        elif 0.0 < spent < QUICKLY:
            self._favourites = min(MOST, GROWTH * self._favourites)


def _misses(week: Week, manned: Sequence[Manned]) -> int:
    return len(missed_requests(week, (column for column, _ in manned)))
