"""Whole plans over the few duties that the masters of branching used most.

A node of branching holds whole what the week's master kept in halves. So the duties that many
nodes use fit together far more often than those of one master, or of many along the way to it.

References
----------
Sadykov et al. (2019), doi:10.1287/ijoc.2018.0822 (restricted master heuristic).
"""

from collections.abc import Callable, Sequence

from optimizer.columns.column import Column
from optimizer.search.allowance import Allowance
from optimizer.search.choosing import Choosing
from optimizer.search.incumbent import Incumbent

FEW = 120
"""So many duties at first, besides as many as the plan has."""
CHOICE = 2
"""So many times as many must be ranked."""
GROWTH, SHRINKAGE = 1.3, 0.85
"""More where a program was solved to the end, fewer where it was not and found nothing."""
LARGE = 300
"""From so many on, heuristics find more than a hurried tree."""
SHARE, MOST = 0.25, 20.0
"""Share of the time left and most seconds for one program."""
SAME = 1e-6

Ranked = Callable[[], Sequence[Column]]


class Restricted:
    """Chooses plans from the first of ranked duties, more of them the quicker that goes."""

    def __init__(
        self, incumbent: Incumbent, allowance: Allowance, choosing: Choosing, ranked: Ranked
    ) -> None:
        self._incumbent = incumbent
        self._allowance = allowance
        self._choosing = choosing
        self._ranked = ranked
        self._growth = 1.0
        self._ended: frozenset[Column] = frozenset()

    @property
    def _number(self) -> int:
        return round(self._growth * (FEW + len(self._incumbent.manned)))

    def ready(self) -> bool:
        """Whether many duties are ranked, and others first than when a program last ended."""
        ranked, number = self._ranked(), self._number
        return len(ranked) >= CHOICE * number and not self._ended.issuperset(ranked[:number])

    def choose(self) -> None:
        """Offer the best plan over the first duties."""
        columns = self._ranked()[: self._number]
        before = self._incumbent.worth
        bound = self._choosing.whole(
            columns,
            self._incumbent.misses(),
            self._allowance.effort(SHARE, MOST),
            hurried=len(columns) < LARGE,
        )
        now = self._incumbent.worth
        if now is not None and bound <= now.score + SAME * abs(now.score):
            self._growth *= GROWTH
            self._ended = frozenset(columns)
        elif now == before:
            self._growth *= SHRINKAGE
