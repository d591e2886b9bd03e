"""Large neighbourhoods: a few duties are freed and chosen anew, the rest of the week stays.

References
----------
Shaw (1998), doi:10.1007/3-540-49481-2_30 (related removal);
Pisinger & Ropke (2019), doi:10.1007/978-3-319-91086-4_4 (choice of what to free).
"""

import random
from collections.abc import Iterable
from collections.abc import Sequence as Listing

import numpy as np

from optimizer.columns.column import Column
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.allowance import Allowance
from optimizer.search.remainder import remainder
from optimizer.search.reopened import Reopened
from optimizer.search.value import missed_requests

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
        freed = self._freed(manned)
        kept = _without(manned, freed)
        dates = frozenset(slot.duty_class.date for _, slot in freed)
        part = remainder(self._week, kept, dates)
        reopened = Reopened(part.rest, Pricer(part.rest, map), part.release(freed))
        fewer = reopened.missed > 0 and self._draw.random() < self._hope
        found = reopened.better(self._allowance, PATIENCE, fewer)
        self._resize(reopened.columns)
        self._keep(part.adopt_columns(reopened.liked))
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

    def _freed(self, manned: Listing[Manned]) -> list[Manned]:
        """Duties around a missed promise, of one day, or around one duty."""
        missed = missed_requests(self._week, (column for column, _ in manned))
        if missed and self._draw.random() < 0.7:
            return self._around(self._draw.choice(missed), manned)
        seed, _ = self._draw.choice(manned)
        if self._draw.random() < 0.3:
            same = [one for one in manned if self._day(one[0]) == self._day(seed)]
            return self._draw.sample(same, min(len(same), round(1.4 * self._size)))
        return self._nearest(manned, self._places(seed))

    def _around(self, request: int, manned: Listing[Manned]) -> list[Manned]:
        """Duties near a request on the dates on which it may be visited."""
        asked = self._week.problem.requests[request]
        near = [one for one in manned if one[1].duty_class.date in asked.windows]
        return self._nearest(near or manned, [asked.location])

    def _nearest(self, manned: Listing[Manned], places: list[int]) -> list[Manned]:
        km = self._week.problem.travel.km[places].min(axis=0)
        away = [
            float(km[self._places(column)].min()) * self._draw.uniform(0.3, 1.0)
            for column, _ in manned
        ]
        nearest = np.argsort(away, kind="stable")[: round(self._size)]
        return [manned[index] for index in nearest]

    def _day(self, column: Column) -> int:
        return int(self._week.date_of[column.sequence.duty_class])

    def _places(self, column: Column) -> list[int]:
        requests = self._week.problem.requests
        return [requests[r].location for r in self._week.requests_of(column.sequence)]


def _without(manned: Listing[Manned], freed: Listing[Manned]) -> list[Manned]:
    kept = list(manned)
    for one in freed:
        kept.remove(one)
    return kept
