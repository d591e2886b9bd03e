"""Many short searches, from nothing or from good plans; what they find is merged.

Where duties have many stops a search is soon caught near some plan, however long it runs; the
next one is caught elsewhere. The plan at hand is always one of the good ones, wherever it was
found. A search keeps the pinned stops that it starts with but never looks for others, so where
there are pins none starts from nothing.
"""

from collections.abc import Sequence
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
"""How often a search starts from nothing at least - the fewer plans there are, the more often -,
and as cool as after which shares others start."""
LATE = 0.85
"""After this share no search starts from nothing: what it finds would not be merged."""
MERGING, LEAST = 0.15, 0.07
"""Share of the time that one merging may take, and that must be left for it."""

Level = tuple[int, int, float]
"""How good a plan is: minus unmet pins, minus missed promises, score."""


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
        self._best: dict[tuple[Column, ...], tuple[Level, Duties]] = {}
        self._new: list[Duties] = []

    def run(self, seed: int) -> None:
        """Search and merge until the time is over or nothing is left to find."""
        draw = Random(seed)
        while self._going():
            self._keep(self._incumbent.manned)
            found = self._search(draw)
            self._keep(found)
            with self._lock:
                self._new.append(found)
            self._merge()

    def _going(self) -> bool:
        return self._allowance.go_on() and not self._incumbent.optimal()

    def _search(self, draw: Random) -> Duties:
        """One search, from nothing or from one of the best plans."""
        plans = self._plans()
        free = not self._week.problem.pins and self._allowance.share() < LATE
        often = max(FRESH, 1.0 - len(plans) / BEST)
        fresh = not plans or (free and draw.random() < often)
        start = () if fresh else draw.choice(plans)
        search = Recreation(self._week, start, draw.getrandbits(32))
        warm = 0.0 if fresh else draw.uniform(*WARMTH)
        share = self._allowance.part(TURN)
        while (now := share()) < 1.0 and self._going():
            search.run(ROUNDS, warm + (1.0 - warm) * now, credit(self._incumbent, now))
        return search.best()

    def _plans(self) -> list[Duties]:
        with self._lock:
            return [plan for _, plan in self._best.values()]

    def _keep(self, plan: Duties) -> None:
        """Offer a plan, and keep it if it is one of the best."""
        if not plan:
            return
        self._incumbent.offer(plan)
        columns = tuple(
            sorted((column for column, _ in plan), key=lambda c: (c.sequence, c.people))
        )
        level = self._level(columns)
        with self._lock:
            self._best[columns] = level, plan
            best = nlargest(BEST, self._best, key=lambda known: self._best[known][0])
            self._best = {known: self._best[known] for known in best}

    def _level(self, columns: Sequence[Column]) -> Level:
        week = self._week
        pins = range(len(week.problem.pins))
        unmet = sum(not any(week.meets(pin, column) for column in columns) for pin in pins)
        worth = week_worth(week, columns)
        return -unmet, -worth.must_serve_missed, worth.score

    def _merge(self) -> None:
        """Merge the new plans with the best ones, if they are enough and no other thread does."""
        if not self._allowance.go_on(LEAST) or not self._turn.acquire(blocking=False):
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
            plans = [*(plan for _, plan in self._best.values()), *self._new]
            self._new = []
            return plans
