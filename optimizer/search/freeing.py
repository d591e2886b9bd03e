"""Which duties of a plan are freed together, to be chosen anew.

References
----------
Shaw (1998), doi:10.1007/3-540-49481-2_30 (related removal);
Pisinger & Ropke (2019), doi:10.1007/978-3-319-91086-4_4 (choice of what to free).
"""

from collections.abc import Iterable, Sequence
from random import Random

import numpy as np

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.value import missed_requests


class Freeing:
    """Chooses duties of a plan that have to do with each other."""

    def __init__(self, week: Week, draw: Random) -> None:
        self._week = week
        self._draw = draw

    def some(self, manned: Sequence[Manned], size: float) -> list[Manned]:
        """Some ``size`` duties around a missed promise, of one day, or around one duty."""
        missed = missed_requests(self._week, (column for column, _ in manned))
        if missed and self._draw.random() < 0.7:
            return self.around(self._draw.choice(missed), manned, size)
        seed, _ = self._draw.choice(manned)
        if self._draw.random() < 0.3:
            same = [one for one in manned if self._day(one[0]) == self._day(seed)]
            return self._draw.sample(same, min(len(same), round(1.4 * size)))
        return self._nearest(manned, self._places(seed), size)

    def around(self, request: int, manned: Sequence[Manned], size: float) -> list[Manned]:
        """Duties near a request on the dates on which it may be visited."""
        asked = self._week.problem.requests[request]
        near = [one for one in manned if one[1].duty_class.date in asked.windows]
        return self._nearest(near or manned, [asked.location], size)

    def _nearest(self, manned: Sequence[Manned], places: list[int], size: float) -> list[Manned]:
        km = self._week.problem.travel.km[places].min(axis=0)
        away = [
            float(km[self._places(column)].min()) * self._draw.uniform(0.3, 1.0)
            for column, _ in manned
        ]
        nearest = np.argsort(away, kind="stable")[: round(size)]
        return [manned[index] for index in nearest]

    def _day(self, column: Column) -> int:
        return int(self._week.date_of[column.sequence.duty_class])

    def _places(self, column: Column) -> list[int]:
        requests = self._week.problem.requests
        return [requests[r].location for r in self._week.requests_of(column.sequence)]


def without(manned: Sequence[Manned], freed: Iterable[Manned]) -> list[Manned]:
    """What is left when some duties are freed."""
    kept = list(manned)
    for one in freed:
        kept.remove(one)
    return kept
