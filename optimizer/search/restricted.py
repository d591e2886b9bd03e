"""Whole plans over the few duties that linear masters used most, those of branching before all.

A node of branching holds whole what the week's master kept in halves. So the duties that many
nodes use fit together far more often than those of one master, or of many along the way to it.

References
----------
Sadykov et al. (2019), doi:10.1287/ijoc.2018.0822 (restricted master heuristic).
"""

from collections.abc import Callable, Sequence
from heapq import nsmallest
from random import Random
from time import monotonic

from optimizer.columns.column import Column
from optimizer.master.effort import Manner
from optimizer.search.allowance import Allowance
from optimizer.search.choosing import Choosing
from optimizer.search.incumbent import Incumbent

FEW = 60
"""So many duties at first, besides as many as the plan has."""
CHOICE = 1.25
"""So many times as many must be ranked."""
NOISE = 0.3
"""Deviation of the logarithm of a duty's rank: two searches are to find different plans."""
GROWTH, SHRINKAGE = 1.3, 0.85
"""More where a program was solved to the end, fewer where it was not and found nothing."""
QUICKLY, LEAP = 0.2, 1.7
"""Many more where it took less than this share of its time."""
SHARE, MOST, LONGEST = 0.8, 0.12, 40.0
"""Shares of the time left and of all for one program, and seconds; whichever is least."""
FEWEST = 12.0
"""Most seconds with no more duties than at first: if that takes longer, ranks are poor yet."""
SAME = 1e-6

Ranked = Callable[[], Sequence[Column]]


class Restricted:
    """Chooses plans from the first of ranked duties, more of them the quicker that goes.

    Attributes
    ----------
    stuck
        Whether the last program found nothing in its time.
    """

    def __init__(
        self,
        incumbent: Incumbent,
        allowance: Allowance,
        choosing: Choosing,
        ranked: Ranked,
        seed: int,
    ) -> None:
        self._incumbent = incumbent
        self._allowance = allowance
        self._choosing = choosing
        self._ranked = ranked
        self._draw = Random(seed)
        self._growth = 1.0
        self._misses = 0
        self.stuck = False

    @property
    def _least(self) -> int:
        return FEW + len(self._incumbent.manned)

    @property
    def _number(self) -> int:
        return round(self._growth * self._least)

    @property
    def _most(self) -> int:
        return int(len(self._ranked()) / CHOICE)

    def ready(self) -> bool:
        """Whether many duties are ranked."""
        if self._misses != self._incumbent.misses():  # other duties are liked for other promises
            self._misses, self._growth = self._incumbent.misses(), 1.0
            self.stuck = False
        return self._number <= self._most

    def choose(self) -> None:
        """Offer the best plan over some of the first duties."""
        columns = self._first()
        before, began = self._incumbent.worth, monotonic()
        longest = FEWEST if self._growth <= 1.0 else LONGEST
        effort = self._allowance.effort(SHARE, self._allowance.at_most(MOST, longest))
        bound = self._choosing.whole(
            columns,
            self._incumbent.misses(),
            effort,
            Manner.STEADILY,
        )
        now = self._incumbent.worth
        ended = now is not None and bound <= now.score + SAME * abs(now.score)
        self.stuck = not ended and now == before
        if ended:
            self._grow(LEAP if monotonic() - began < QUICKLY * effort.seconds else GROWTH)
        elif self.stuck:
            self._growth *= SHRINKAGE

    def _grow(self, factor: float) -> None:
        """More duties the next time: as many as are ranked once, then it takes more of them."""
        grown, most = self._growth * factor, self._most / self._least
        self._growth = most if self._growth < SHRINKAGE * most < most < grown else grown

    def _first(self) -> list[Column]:
        """As many duties as a program has, the higher ranked the likelier."""
        ranks = {
            column: rank * self._draw.lognormvariate(0.0, NOISE)
            for rank, column in enumerate(self._ranked(), start=1)
        }
        return nsmallest(self._number, ranks, key=ranks.__getitem__)
