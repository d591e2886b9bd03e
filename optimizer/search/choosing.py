"""Plans put together by integer programs: from few sequences, from whole columns."""

from collections.abc import Iterable, Sequence

import numpy as np

from optimizer.columns.column import Column
from optimizer.columns.column import Sequence as Visits
from optimizer.columns.prices import no_prices
from optimizer.columns.pricing import Pricer, Search
from optimizer.columns.week import Week
from optimizer.master.effort import Effort, Manner
from optimizer.master.integer import choose_duties
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.incumbent import Incumbent
from optimizer.search.pins import pin_sequences
from optimizer.search.standing import standing_duties

FEW_SEQUENCES = 400
"""A week with no more sequences than this is small enough to list them all."""
MASTERS = 5
"""An integer program is given the duties that so many of the last linear masters used."""


class Choosing:
    """Chooses duties for the whole week and offers them to the incumbent."""

    def __init__(self, week: Week, incumbent: Incumbent, allowance: Allowance) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance

    def first_plan(self) -> list[Column]:
        """Offer a plan at once; return the duties it grew from.

        What stands of the previous plan is one, and keeps the dates that were told.
        """
        standing = standing_duties(self._week)
        if standing:
            self._incumbent.offer(standing)
        columns = [*greedy_columns(self._week), *(column for column, _ in standing)]
        first = [*(column.sequence for column in columns), *pin_sequences(self._week)]
        self.choose(first, self._allowance.effort(0.1, 3.0))
        return columns

    def choose(
        self, sequences: Iterable[Visits], effort: Effort, allowed_misses: int | None = None
    ) -> float:
        """Offer the best week over the sequences; return a bound on all weeks over them."""
        answer = choose_duties(self._week, sequences, effort, allowed_misses)
        if answer.duties is not None:
            self._incumbent.offer(answer.duties)
        return answer.bound

    def all_sequences(self, pricer: Pricer) -> bool:
        """Where sequences are few, list them all and let the integer master decide."""
        week = self._week
        search = Search(room=FEW_SEQUENCES, effort=4 * FEW_SEQUENCES, every=True)
        floors = np.full(len(week.classes), -1e20)
        priced = pricer.price(no_prices(week), floors, search)
        sequences = [c.sequence for one in priced for c in one.columns]
        if not all(one.complete for one in priced) or len(sequences) > FEW_SEQUENCES:
            return False
        effort = self._allowance.effort(0.4, 30.0)
        self.choose(sequences, effort)
        if self._incumbent.worth is None:
            return True
        self._incumbent.prove(self.choose(sequences, effort, self._incumbent.misses()))
        return self._incumbent.optimal()

    def used(self, generation: Generation, effort: Effort) -> None:
        """Whole duties from the columns that the last linear masters used."""
        self.whole(generation.likings.used(MASTERS), generation.allowed_misses, effort)

    def whole(
        self,
        columns: Iterable[Column],
        misses: int,
        effort: Effort,
        manner: Manner = Manner.WIDELY,
    ) -> float:
        """Offer the best week over columns and the plan at hand; return a bound on those weeks."""
        program = WholeMaster(self._week, (), misses, roomy=True)
        known = [column for column, _ in self._incumbent.manned]
        program.add([*columns, *known])
        duties, bound = program.solve(known, effort, manner)
        if duties is not None:
            self._incumbent.offer(duties)
            chosen = [column.sequence for column, _ in duties]
            self.choose(chosen, self._allowance.effort(0.1, 2.0))
        return bound

    def keeping(
        self,
        columns: Iterable[Column],
        known: Sequence[Column],
        effort: Effort,
        kept: Iterable[Column] = (),
    ) -> bool:
        """Offer a week over columns and a plan's that keeps more promises, whatever else.

        Parameters
        ----------
        known
            The duties of a plan.
        kept
            Those of them that stay.

        Returns
        -------
        bool
            Whether none of these weeks keeps more promises than the plan at hand does now.
        """
        program = WholeMaster(self._week, (), 0, roomy=True, scored=False)
        program.add([*columns, *known])
        program.keep(kept)
        duties, bound = program.solve(known, effort, Manner.STEADILY)
        if duties is not None:
            self._incumbent.offer(duties)
        if self._incumbent.worth is None:
            return False
        return -bound > self._week.dear * (self._incumbent.misses() - 0.5)

    def told(self, bound: float) -> None:
        """Note a bound, if there is a plan."""
        if self._incumbent.worth is not None:
            self._incumbent.prove(bound)
