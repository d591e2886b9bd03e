"""Level 1: plans that miss fewer promises, by programs that count nothing but misses.

Branching bounds the misses and finds duties. Without scores a program is solved in a tenth of the
time, as any plan that keeps the promises will do. It is given the best duties at hand, those that
branching used most before all others, or all of them around a missed promise.
"""

from collections.abc import Callable, Iterable, Sequence
from math import ceil, inf
from random import Random
from time import monotonic

from optimizer.columns.week import Week
from optimizer.master.effort import Effort
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
FEW, LEAST, GROWTH, SHRINKAGE = 150, 50, 1.5, 0.85
"""Duties of a program at first, and at least, besides as many as the plan has; more where none of
its plans is better, fewer where that is not known in time."""
QUICKLY, LEAP = 0.2, 3.0
"""Many more where it took less than this share of its time."""
PROGRAM = 0.08, 10.0
"""Share of all time and most seconds for a program over the best duties."""
FREED, EASIER, HARDER = 10.0, 0.9, 1.05
"""Duties that are freed at once, at first; fewer and more of them in the same way."""
AROUND, STEPS, TIRED = 0.08, 4, 3
"""Share of the time for a turn of freeing duties; how often, and looks of a search, where steps are
counted; the turn is over when the same duties come again so many times."""
NEAR = 0.02, 5.0
"""Share of all time and most seconds for one program around a missed promise."""
RECREATING = 0.06
"""Share of the time for a turn of ruin and recreate."""

GoOn = Callable[[], bool]
Recreate = Callable[[GoOn, Callable[[], float]], None]


class LevelOne:
    """Keeps more promises, by turns of branching, programs, neighbourhoods and searches.

    Parameters
    ----------
    generation
        Whose linear master allows no misses, at a price; with a proof.
    recreate
        Ruins and recreates for a share of the time.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        choosing: Choosing,
        generation: Generation,
        recreate: Recreate,
        seed: int,
    ) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._choosing = choosing
        self._generation = generation
        self._recreate = recreate
        self._draw = Random(seed)
        self._freeing = Freeing(week, self._draw)
        self._number, self._freed = float(FEW), FREED

    def run(self, go_on: GoOn) -> None:
        """Take turns until no plan can miss fewer, or none of all duties at hand together.

        Parameters
        ----------
        go_on
            Asked again and again. Where steps are counted there is one turn.
        """
        branching = Branching(self._generation, go_on)

        def wanted() -> bool:
            return go_on() and not self._fewest(branching.bound)

        while wanted():
            self._branch(branching, go_on)
            if self._among_best(wanted):
                return
            self._recreate(wanted, self._allowance.turn(RECREATING, STEPS))
            self._around_missed(wanted)
            if self._counted:
                return

    @property
    def _counted(self) -> bool:
        return self._allowance.work is not None

    def _effort(self, share: float, longest: float) -> Effort:
        most = longest if self._counted else self._allowance.at_most(share, longest)
        return self._allowance.effort(1.0, most)

    def _fewest(self, bound: float) -> bool:
        """Whether no plan misses fewer: with so many misses, even the costliest is worth more."""
        week = self._week
        costliest = week.dear - float(week.worth_per_person @ week.requested)
        fewest = max(0, ceil(-(bound + costliest) / week.dear - 1e-6))
        return self._incumbent.worth is not None and self._incumbent.misses() <= fewest

    def _branch(self, branching: Branching, go_on: GoOn) -> None:
        """A turn of branching; without a plan, any is of interest."""
        incumbent, share = self._incumbent, self._allowance.turn(BRANCHING, LOOKS)

        def least() -> float:
            return -inf if incumbent.worth is None else -self._week.dear * incumbent.misses()

        branching.run(least, lambda: share() < 1.0 and go_on())

    def _among_best(self, go_on: GoOn) -> bool:
        """Programs over the best duties at hand; whether all of these keep no more.

        More and more of them until some keep more, or that is not known in time.
        """
        at_hand, missed = self._generation.at_hand(), self._incumbent.misses()
        known = [column for column, _ in self._incumbent.manned]
        while go_on() and self._incumbent.misses() == missed:
            number = len(known) + round(self._number)
            effort, began = self._effort(*PROGRAM), monotonic()
            if not self._choosing.keeping(at_hand[:number], known, effort):
                self._number = max(LEAST, SHRINKAGE * self._number)
                return False
            if number >= len(at_hand):
                return True
            quickly = not self._counted and monotonic() - began < QUICKLY * effort.seconds
            self._number *= LEAP if quickly else GROWTH
        return False

    def _around_missed(self, go_on: GoOn) -> None:
        """All duties at hand around a missed promise, again and again."""
        share = self._allowance.turn(AROUND, STEPS)
        known, again = set[frozenset[Manned]](), 0
        while share() < 1.0 and go_on() and again < TIRED:
            manned = self._incumbent.manned  # another thread may offer a better plan meanwhile
            missed = missed_requests(self._week, (column for column, _ in manned))
            if not missed or not manned:
                return
            freed = self._freeing.around(self._draw.choice(missed), manned, self._freed)
            if frozenset(freed) in known:
                again += 1
            else:
                known.add(frozenset(freed))
                self._choose_anew(manned, freed, missed)

    def _choose_anew(
        self, manned: Sequence[Manned], freed: Sequence[Manned], missed: Iterable[int]
    ) -> None:
        """A program over all duties at hand that might take the place of the freed ones."""
        week = self._week
        free = {*missed, *(request for c, _ in freed for request in week.requests_of(c.sequence))}
        columns = [
            column
            for column in self._generation.master.columns
            if free.issuperset(week.requests_of(column.sequence))
        ]
        known = [column for column, _ in manned]
        kept = [column for column, _ in without(manned, freed)]
        ended = self._choosing.keeping(columns, known, self._effort(*NEAR), kept)
        self._freed = max(FREED / 2, self._freed * (HARDER if ended else EASIER))
