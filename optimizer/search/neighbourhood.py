"""Large neighbourhoods: a few duties are freed and re-chosen, the rest stays.

References
----------
Shaw (1998), doi:10.1007/3-540-49481-2_30 (related removal);
Danna, Rothberg & Le Pape (2005), doi:10.1007/s10107-004-0518-7 (neighbourhoods by MIP).
"""

import random
from collections.abc import Sequence as Listing

import numpy as np

from optimizer.columns.column import Column, Sequence
from optimizer.columns.week import Week
from optimizer.master.effort import Effort
from optimizer.master.integer import choose_duties
from optimizer.master.manning import Manned

CANDIDATES = 600


class Neighbourhoods:
    """Draws neighbourhoods of an incumbent and solves them over a pool of sequences."""

    def __init__(self, week: Week, pool: Listing[Sequence]) -> None:
        self._week = week
        self._pool = pool
        self._day = np.array([week.date_of[s.duty_class] for s in pool], dtype=np.int64)
        self._visited = [frozenset(week.requests_of(s)) for s in pool]

    def better(
        self,
        manned: Listing[Manned],
        allowed_misses: int | None,
        effort: Effort,
        draw: random.Random,
    ) -> tuple[Manned, ...] | None:
        """The best week within one drawn neighbourhood, or None if none was found in time."""
        duties = [column for column, _ in manned]
        freed = self._related(duties, draw)
        kept = [column.sequence for column in duties if column not in freed]
        candidates = self._candidates(duties, freed, draw)
        answer = choose_duties(
            self._week,
            [*kept, *(column.sequence for column in freed), *candidates],
            effort,
            allowed_misses,
            frozenset(kept),
        )
        return answer.duties

    def _related(self, duties: Listing[Column], draw: random.Random) -> list[Column]:
        """Duties to free: on one or two days, or around one duty."""
        number = min(len(duties), draw.randint(4, 12))
        seed = draw.choice(duties)
        if draw.random() < 0.4:
            days = {self._on(seed), self._on(draw.choice(duties))}
            same = [column for column in duties if self._on(column) in days]
            return draw.sample(same, min(len(same), number + 4))
        return sorted(duties, key=lambda c: self._distance(seed, c) * draw.uniform(0.5, 1.0))[
            :number
        ]

    def _on(self, column: Column) -> int:
        return int(self._week.date_of[column.sequence.duty_class])

    def _distance(self, one: Column, other: Column) -> float:
        """Kilometres between the nearest sites of two duties."""
        km = self._week.problem.travel.km
        places = [
            [self._week.problem.requests[r].location for r in self._week.requests_of(c.sequence)]
            for c in (one, other)
        ]
        return float(min(km[a, b] for a in places[0] for b in places[1]))

    def _candidates(
        self, duties: Listing[Column], freed: Listing[Column], draw: random.Random
    ) -> list[Sequence]:
        """The most promising sequences on the freed days over requests that are free there."""
        days = {self._on(column) for column in freed}
        served = np.zeros(len(self._week.requested))
        for column in duties:
            for request, people in zip(
                self._week.requests_of(column.sequence), column.people, strict=True
            ):
                served[request] += people
        loose = {int(r) for r in np.flatnonzero(served < self._week.requested)}
        for column in freed:
            loose.update(self._week.requests_of(column.sequence))
        fitting = [
            sequence
            for sequence, day, visited in zip(self._pool, self._day, self._visited, strict=True)
            if day in days and visited <= loose
        ]
        spare = [s for s in fitting[CANDIDATES:] if draw.random() < 0.02]
        return fitting[:CANDIDATES] + spare[: CANDIDATES // 4]
