"""Ruin and recreate from the plan at hand; the master packs the duties of its good plans."""

from collections.abc import Callable, Iterable
from random import Random

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.incumbent import Incumbent
from optimizer.search.recreate.recreation import Recreation

ROUNDS, DUTIES = 2000, 35
"""Rounds between two looks at the time, fewer where there are more duties than these."""
KEPT = 1500
"""Duties of a search given to a packing."""
CREDIT = 0.9
"""What most of a promise counts for while all are kept;"""
LACKING, CREDITED = 0.5, 0.3
"""while some are missed, less, for so much of the search, and nothing afterwards."""
WARMTH = (0.0, 0.7)
"""As cool as after which shares later searches start: from cool ones a plan is soon as good as it
gets, and only hot ones leave it again."""
LATE = 0.8
"""Until then searches go their own ways; from then on all go on from the best plan."""


def credit(incumbent: Incumbent, now: float) -> float:
    """What most of a promise counts for after a share of a search."""
    if incumbent.misses() == 0:
        return CREDIT
    return LACKING if now < CREDITED else 0.0


class Filling:
    """One search over the whole week.

    Parameters
    ----------
    more
        Further duties to pack together with those that the search keeps.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        seed: int,
        more: Callable[[], Iterable[Column]],
    ) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._more = more
        self._draw = Random(seed)
        self._search = Recreation(week, (), self._draw.getrandbits(32))
        self._rounds = ROUNDS * DUTIES // max(DUTIES, self._search.duties)
        self._misses = len(week.must_serve) + 1

    def run(self, share: Callable[[], float]) -> None:
        """Search while the share, which grows from 0 to 1, is below 1."""
        search, incumbent = self._search, self._incumbent
        warm = self._adopted()
        told, late = (-1, 0.0), False
        while (now := share()) < 1.0 and not incumbent.optimal():
            if incumbent.misses() < self._misses:
                warm = self._adopted()
            search.run(self._rounds, warm + (1.0 - warm) * now, credit(incumbent, now))
            if (search.whole, search.score) > told:
                told = search.whole, search.score
                incumbent.offer(search.best())
                self._misses = min(self._misses, incumbent.misses())
            if now > LATE and not late:
                late = True
                if self._behind():
                    search.adopt(incumbent.manned)

    def _adopted(self) -> float:
        """Go on from the plan at hand; how cool is chance, but not at all if it misses fewer."""
        self._search.adopt(self._incumbent.manned)
        before, self._misses = self._misses, self._incumbent.misses()
        return self._draw.uniform(*WARMTH) if self._misses == before else 0.0

    def _behind(self) -> bool:
        """Whether the plan at hand is better than all of this search."""
        worth, search = self._incumbent.worth, self._search
        misses = len(self._week.must_serve) - search.whole
        return worth is not None and (-self._incumbent.misses(), worth.score) > (
            -misses,
            search.score,
        )

    def pack(self) -> None:
        """Offer the best week over the duties at hand."""
        program = WholeMaster(self._week, (), self._incumbent.misses(), roomy=True)
        known = [column for column, _ in self._incumbent.manned]
        for columns in (known, self._more(), self._search.kept(KEPT)):
            program.add(columns)
        duties, _ = program.solve(known, self._allowance.effort(0.1, 10.0))
        if duties is not None:
            self._incumbent.offer(duties)
