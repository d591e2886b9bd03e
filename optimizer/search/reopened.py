"""A small week chosen anew from a plan at hand: columns, cuts, and every duty that can help.

Only duties whose use costs the bound less than the plan at hand is below it can better the plan
(``optimizer.search.pool``), so where the gap is small the integer program is small too.
"""

from collections.abc import Callable, Iterable, Sequence

from optimizer.columns.column import Column
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.effort import Manner
from optimizer.master.manning import Manned
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.generation import Generation
from optimizer.search.pool import Pools
from optimizer.search.value import week_worth

POINTS = 1000
FAVOURITES = 400
LIKED = 60
CUTTINGS = 1
EFFORT = 0.5, 1.5
BETTER, ROUGH = 1e-4, 1e-4


class Reopened:
    """A week and a plan of it that is to be bettered.

    Attributes
    ----------
    columns
        Number of columns generated so far.
    liked
        Those that the linear master takes parts of, then others that it likes.
    """

    def __init__(self, week: Week, pricer: Pricer, start: Sequence[Manned]) -> None:
        self._week = week
        self._pricer = pricer
        self._start = [column for column, _ in start]
        self._worth = week_worth(week, self._start)
        self.columns = 0
        self.liked: tuple[Column, ...] = ()

    @property
    def missed(self) -> int:
        """Promises that the plan at hand misses."""
        return self._worth.must_serve_missed

    def better(
        self, allowance: Allowance, seconds: float, fewer: bool
    ) -> tuple[Manned, ...] | None:
        """A better plan than the one at hand, or None if there is none or none was found.

        Parameters
        ----------
        fewer
            Look for a plan that misses one promise less than the one at hand.
        """
        allowed = self.missed - 1 if fewer else self.missed
        go_on = allowance.span(seconds)
        generation = Generation(self._week, self._pricer, allowed, ROUGH)
        generation.master.add(self._start)
        least = self._worth.score if not fewer else -self._week.dear
        hopeful = self._bounded(generation, least, go_on)
        self.columns = len(generation.master.columns)
        self.liked = tuple(_liked(generation))
        return self._chosen(generation, least, allowance) if hopeful else None

    def _bounded(self, generation: Generation, least: float, go_on: Callable[[], bool]) -> bool:
        """Bound the week; whether a plan worth more than ``least`` may exist."""

        def hopeful() -> bool:
            return generation.hopeful(least + BETTER) and go_on()

        answer = generation.run(go_on, lambda bound: None)
        generation.sharpen(answer, CUTTINGS, hopeful, lambda bound: None)
        return generation.hopeful(least + BETTER)

    def _chosen(
        self, generation: Generation, least: float, allowance: Allowance
    ) -> tuple[Manned, ...] | None:
        """The best plan over duties of little loss, if it is better than the one at hand."""
        program = WholeMaster(self._week, (), generation.allowed_misses, roomy=True)
        program.add([*self._start, *generation.favourites(FAVOURITES)])
        if generation.proof is not None:
            pools = Pools(self._week, self._pricer, generation.rostering, generation.proof)
            program.add(pools.points(generation.proof.bound - least, POINTS).columns)
        duties, _ = program.solve(self._start, allowance.effort(*EFFORT), Manner.HURRIED)
        if duties is None:
            return None
        found = week_worth(self._week, [column for column, _ in duties])
        return duties if found.better_than(self._worth) else None


def _liked(generation: Generation) -> Iterable[Column]:
    if generation.proof is None:
        return ()
    return dict.fromkeys([*generation.proof.answer.share, *generation.favourites(LIKED)])
