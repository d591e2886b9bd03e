"""A small week chosen anew from a plan at hand: columns, cuts, and every duty that can help.

Only duties whose use costs the bound less than the plan at hand is below it can better the plan
(``optimizer.search.pool``), so where the gap is small the integer program is small too.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

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

LIKED = 60
BETTER, ROUGH = 1e-4, 1e-4


@dataclass(frozen=True, slots=True)
class Care:
    """How thoroughly a week is chosen anew.

    Attributes
    ----------
    favourites, points
        Columns of least reduced cost, and duties of little loss, that the program has.
    cuttings
        Rounds of cuts.
    effort, manner
        Share of the time left and most seconds for the program, and how it is solved.
    """

    favourites: int
    points: int
    cuttings: int
    effort: tuple[float, float]
    manner: Manner


BRIEF = Care(400, 1000, 1, (0.5, 1.5), Manner.HURRIED)


class Reopened:
    """A week and a plan of it that is to be bettered.

    Attributes
    ----------
    spent
        Share of its time that the program took; 0 without one, 1 if it did not end.
    """

    def __init__(self, week: Week, pricer: Pricer, start: Sequence[Manned]) -> None:
        self._week = week
        self._pricer = pricer
        self._start = [column for column, _ in start]
        self._worth = week_worth(week, self._start)
        self._generation: Generation | None = None
        self.spent = 0.0

    @property
    def missed(self) -> int:
        """Promises that the plan at hand misses."""
        return self._worth.must_serve_missed

    @property
    def columns(self) -> int:
        """Number of columns generated so far."""
        return 0 if self._generation is None else len(self._generation.master.columns)

    def liked(self) -> Iterable[Column]:
        """Columns that the linear master takes parts of, then others that it likes."""
        generation = self._generation
        if generation is None or generation.proof is None:
            return ()
        return dict.fromkeys([*generation.proof.answer.share, *generation.favourites(LIKED)])

    def better(
        self,
        allowance: Allowance,
        seconds: float,
        allowed: int,
        care: Care = BRIEF,
        wanted: Callable[[], bool] = lambda: True,
    ) -> tuple[Manned, ...] | None:
        """A better plan than the one at hand, or None if there is none or none was found.

        Parameters
        ----------
        seconds
            For columns and cuts.
        allowed
            So many misses cost nothing, others more than all scores: fewer than the plan at hand
            has, if fewer are looked for.
        wanted
            Asked on the way: whether a better plan is still of use.

        Raises
        ------
        Unsolved
            If solvers gave up on the way.
        """
        in_time = allowance.span(seconds)

        def go_on() -> bool:
            return in_time() and wanted()

        generation = self._generation = Generation(self._week, self._pricer, allowed, ROUGH)
        generation.master.add(self._start)
        hopeful = self._bounded(generation, go_on, care.cuttings)
        return self._chosen(generation, allowance, care) if hopeful and wanted() else None

    def _least(self, generation: Generation) -> float:
        """What the plan at hand is worth to the masters."""
        return self._worth.score - self._week.dear * (self.missed - generation.allowed_misses)

    def _bounded(self, generation: Generation, go_on: Callable[[], bool], cuttings: int) -> bool:
        """Bound the week; whether a better plan may exist."""

        def hopeful() -> bool:
            return generation.hopeful(self._least(generation) + BETTER) and go_on()

        answer = generation.run(go_on, lambda bound: None)
        generation.sharpen(answer, cuttings, hopeful, lambda bound: None)
        return generation.hopeful(self._least(generation) + BETTER)

    def _chosen(
        self, generation: Generation, allowance: Allowance, care: Care
    ) -> tuple[Manned, ...] | None:
        """The best plan over duties of little loss, if it is better than the one at hand."""
        program = WholeMaster(self._week, (), generation.allowed_misses, roomy=True)
        program.add([*self._start, *generation.favourites(care.favourites)])
        if care.points and generation.proof is not None:
            pools = Pools(self._week, self._pricer, generation.rostering, generation.proof)
            width = generation.proof.bound - self._least(generation)
            program.add(pools.points(width, care.points).columns)
        effort, began = allowance.effort(*care.effort), monotonic()
        duties, _ = program.solve(self._start, effort, care.manner)
        if duties is None:
            self.spent = 1.0
            return None
        self.spent = min(1.0, (monotonic() - began) / effort.seconds)
        found = week_worth(self._week, [column for column, _ in duties])
        return duties if found.better_than(self._worth) else None
