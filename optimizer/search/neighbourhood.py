"""Large neighbourhoods: a few duties are freed and chosen anew, the rest of the week stays.

References
----------
Shaw (1998), doi:10.1007/3-540-49481-2_30.
"""

import random
from collections.abc import Iterable
from collections.abc import Sequence as Listing

from optimizer.columns.column import Column
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.allowance import Allowance
from optimizer.search.freeing import Freeing, without
from optimizer.search.remainder import remainder
from optimizer.search.reopened import Reopened

SMALLEST, LARGEST = 8.0, 24.0
"""Fewest and most duties that are freed at once."""
EASY, HARD = 4500, 9000
"""Columns of a smaller week that was quick, or slow, to choose anew."""
PATIENCE = 6.0
"""Seconds for one neighbourhood."""

KEPT = 1500
"""Duties that are kept to be packed together."""

HOPE, FADING, LEAST = 0.5, 0.85, 0.1
"""How often a plan with fewer misses is looked for; that share fades where none is found."""


class Neighbourhoods:
    """Frees duties of a plan and chooses them anew, more of them the quicker that goes."""

    def __init__(self, week: Week, allowance: Allowance, seed: int) -> None:
        self._week = week
        self._allowance = allowance
        self._draw = random.Random(seed)
        self._freeing = Freeing(week, self._draw)
        self._size = SMALLEST
        self._hope = HOPE
        self._liked: dict[Column, None] = {}

    def liked(self) -> list[Column]:
        """Duties that the linear masters of the last neighbourhoods liked."""
        return list(self._liked)

    def better(
        self, manned: Listing[Manned]
    ) -> tuple[tuple[Manned, ...], tuple[Manned, ...]] | None:
        """Free some duties; the freed ones and better ones in their place, None if there are none.

        Parameters
        ----------
        manned
            The plan at hand, one duty at least.
        """
        freed = self._freeing.some(manned, self._size)
        kept = without(manned, freed)
        dates = frozenset(slot.duty_class.date for _, slot in freed)
        part = remainder(self._week, kept, dates)
        reopened = Reopened(part.rest, Pricer(part.rest, map), part.release(freed))
        fewer = reopened.missed > 0 and self._draw.random() < self._hope
        found = reopened.better(self._allowance, PATIENCE, reopened.missed - fewer)
        self._resize(reopened.columns)
        self._keep(part.adopt_columns(reopened.liked()))
        if fewer:
            self._hope = HOPE if found is not None else max(LEAST, FADING * self._hope)
        return (tuple(freed), part.adopt(found)) if found is not None else None

    def _keep(self, columns: Iterable[Column]) -> None:
        for column in columns:
            self._liked.pop(column, None)
            self._liked[column] = None
        for column in list(self._liked)[:-KEPT]:
            del self._liked[column]

    def _resize(self, columns: int) -> None:
        if columns < EASY:
            self._size = min(LARGEST, self._size * 1.1)
        elif columns > HARD:
            self._size = max(SMALLEST, self._size * 0.9)
