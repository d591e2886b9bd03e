"""Many short searches, from nothing or from good plans; what they find is merged.

Where duties have many stops a search is soon caught near some plan, however long it runs; the
next one is caught elsewhere.
"""

from heapq import nlargest
from random import Random
from threading import Lock
from time import monotonic

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.search.allowance import Allowance
from optimizer.search.filling import credit
from optimizer.search.incumbent import Incumbent
from optimizer.search.merging import Duties, Merging
from optimizer.search.recreate.recreation import Recreation
from optimizer.search.value import week_worth

ROUNDS = 1000
"""Rounds between two looks at the time."""
TURN = 0.05
"""Share of the time for one search."""
BEST, NEW = 6, 8
"""How many good plans are kept, and how many new ones are merged with them."""
FRESH, WARMTH = 0.5, (0.3, 0.7)
"""How often a search starts from nothing, and as cool as after which shares others start."""
LATE, LATEST = 0.85, 0.95
"""Shares of the time after which no search starts from nothing, and nothing is merged."""
MERGING = 0.15
"""Share of the time that one merging may take."""


class Population:
    """Plans that threads add to, and start from.

    Parameters
    ----------
    week
        The compiled week.
    incumbent
        Where plans go.
    allowance
        What may be used.
    """

    def __init__(self, week: Week, incumbent: Incumbent, allowance: Allowance) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._merging = Merging(week)
        self._turn, self._lock = Lock(), Lock()
        self._best: dict[frozenset[Column], Duties] = {}
        self._new: list[Duties] = []

    def run(self, seed: int) -> None:
        """Search and merge until the time is over or nothing is left to find."""
        draw = Random(seed)
        search = Recreation(self._week, (), draw.getrandbits(32))
        while self._going():
            found = self._search(search, draw)
            self._keep(found)
            with self._lock:
                self._new.append(found)
            self._merge()

    def _going(self) -> bool:
        return self._allowance.go_on() and not self._incumbent.optimal()

    def _search(self, search: Recreation, draw: Random) -> Duties:
        """One search, from nothing or from one of the best plans."""
        with self._lock:
            plans = list(self._best.values())
        fresh = not plans or (draw.random() < FRESH and self._allowance.share() < LATE)
        search.adopt(() if fresh else draw.choice(plans))
        warm = 0.0 if fresh else draw.uniform(*WARMTH)
        share = self._allowance.part(TURN)
        while (now := share()) < 1.0 and self._going():
            search.run(ROUNDS, warm + (1.0 - warm) * now, credit(self._incumbent, now))
        return search.best()

    def _keep(self, plan: Duties) -> None:
        self._incumbent.offer(plan)
        with self._lock:
            self._best[frozenset(column for column, _ in plan)] = plan
            best = nlargest(BEST, self._best, key=self._level)
            self._best = {columns: self._best[columns] for columns in best}

    def _level(self, columns: frozenset[Column]) -> tuple[int, float]:
        worth = week_worth(self._week, list(columns))
        return -worth.must_serve_missed, worth.score

    def _merge(self) -> None:
        """Merge the new plans with the best ones, if they are enough and no other thread does."""
        if not self._allowance.go_on(1.0 - LATEST) or not self._turn.acquire(blocking=False):
            return
        try:
            plans = self._due()
            if plans:
                seconds = min(MERGING * self._allowance.seconds, self._allowance.left())
                allowance = Allowance(monotonic(), seconds, 1)
                self._keep(self._merging.merged(plans, allowance))
        finally:
            self._turn.release()

    def _due(self) -> list[Duties]:
        """What is to be merged now, if anything is."""
        with self._lock:
            if len(self._new) < NEW:
                return []
            plans = [*self._best.values(), *self._new]
            self._new = []
            return plans
