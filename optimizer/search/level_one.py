"""Level 1: plans that miss fewer promises, by programs that count nothing but misses.

Without scores a program is solved in a tenth of the time: any plan that keeps the promises will do.
It is given the duties that branching used, or all duties at hand around a missed promise.
"""

from collections.abc import Callable, Iterable, Sequence
from math import ceil
from random import Random
from time import monotonic

from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.allowance import Allowance
from optimizer.search.branching import Branching
from optimizer.search.choosing import Choosing
from optimizer.search.freeing import Freeing, without
from optimizer.search.generation import Generation
from optimizer.search.incumbent import Incumbent
from optimizer.search.value import missed_requests

BRANCHING, LOOKS = 0.03, 8
"""Share of the time for one turn of branching; nodes of a turn where steps are counted."""
FEW, GROWTH, SHRINKAGE = 150, 1.5, 0.85
"""Duties of a program at first, besides as many as the plan has; more where none of its plans is
better, fewer where that is not known in time."""
QUICKLY, LEAP = 0.2, 3.0
"""Many more where it took less than this share of its time."""
SHARE, LONGEST = 0.08, 10.0
"""Share of all time and most seconds for one program."""
FREED, EASIER, HARDER = 10.0, 0.9, 1.05
"""Duties that are freed at once, at first; fewer and more of them in the same way."""
AROUND, STEPS, SHORTLY, TIRED = 0.08, 4, 0.02, 3
"""Share of the time for a turn of freeing duties; how often where steps are counted; the share for
once; the turn is over when the same duties come again so many times."""

VAIN = 2
"""Programs over all ranked duties that may end with nothing better."""

GoOn = Callable[[], bool]


class LevelOne:
    """Keeps more promises, by turns of branching, programs and neighbourhoods.

    Parameters
    ----------
    generation
        Whose linear master allows no misses, at a price; with a proof.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        choosing: Choosing,
        generation: Generation,
        seed: int,
    ) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._choosing = choosing
        self._generation = generation
        self._draw = Random(seed)
        self._freeing = Freeing(week, self._draw)
        self._number, self._freed = float(FEW), FREED

    def run(self, go_on: GoOn) -> None:
        """Take turns until no plan can miss fewer, or nothing is left to try.

        There is one turn where steps are counted.
        """
        branching, vain = Branching(self._generation, go_on), 0
        counted = self._allowance.work is not None
        while go_on() and not self._fewest(branching.bound):
            self._around_missed(go_on)
            self._branch(branching, go_on)
            if self._fewest(branching.bound):
                return
            vain += self._among_ranked()
            if counted or vain == VAIN or (vain and branching.ended):
                return

    def _share(self, part: float, steps: int) -> Callable[[], float]:
        allowance = self._allowance
        return allowance.part(part) if allowance.work is None else allowance.counted(steps)

    def _fewest(self, bound: float) -> bool:
        """Whether no plan misses fewer: with so many misses, even the costliest is worth more."""
        week = self._week
        costliest = week.dear - float(week.worth_per_person @ week.requested)
        fewest = max(0, ceil(-(bound + costliest) / week.dear - 1e-6))
        return self._incumbent.worth is not None and self._incumbent.misses() <= fewest

    def _branch(self, branching: Branching, go_on: GoOn) -> None:
        share = self._share(BRANCHING, LOOKS)
        branching.run(
            lambda: -self._week.dear * self._incumbent.misses(), lambda: share() < 1.0 and go_on()
        )

    def _among_ranked(self) -> bool:
        """A program over duties that branching used most; whether all of them keep no more."""
        before = self._incumbent.misses()
        ranked = self._generation.ranked()
        number = len(self._incumbent.manned) + round(self._number)
        effort = self._allowance.effort(1.0, min(LONGEST, SHARE * self._allowance.seconds))
        began = monotonic()
        ended = self._choosing.keeping(ranked[:number], effort)
        all_of_them = number >= len(ranked)
        if not ended:
            self._number *= SHRINKAGE
        elif not all_of_them:
            quickly = monotonic() - began < QUICKLY * effort.seconds
            self._number *= LEAP if quickly else GROWTH
        return ended and all_of_them and self._incumbent.misses() == before

    def _around_missed(self, go_on: GoOn) -> None:
        """All duties at hand around a missed promise, again and again."""
        share = self._share(AROUND, STEPS)
        known, again = set[frozenset[Manned]](), 0
        while share() < 1.0 and go_on() and again < TIRED and self._incumbent.manned:
            missed = missed_requests(self._week, (c for c, _ in self._incumbent.manned))
            if not missed:
                return
            around = self._draw.choice(missed)
            freed = self._freeing.around(around, self._incumbent.manned, self._freed)
            if frozenset(freed) in known:
                again += 1
            else:
                known.add(frozenset(freed))
                self._choose_anew(freed, missed)

    def _choose_anew(self, freed: Sequence[Manned], missed: Iterable[int]) -> None:
        """A program over all duties at hand that might take the place of the freed ones."""
        week = self._week
        free = {request for c, _ in freed for request in week.requests_of(c.sequence)}
        columns = [
            column
            for column in self._generation.master.columns
            if free.union(missed).issuperset(week.requests_of(column.sequence))
        ]
        kept = [column for column, _ in without(self._incumbent.manned, freed)]
        effort = self._allowance.effort(1.0, SHORTLY * self._allowance.seconds)
        ended = self._choosing.keeping(columns, effort, kept)
        self._freed = max(FREED / 2, self._freed * (HARDER if ended else EASIER))
