"""The course of a solve: first plan, promises, linear bound, integer plans."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

import numpy as np

from optimizer.columns.column import Column, Sequence
from optimizer.columns.prices import Prices
from optimizer.columns.pricing import Pricer, Search
from optimizer.columns.week import Week
from optimizer.master.integer import Effort, choose_duties
from optimizer.master.linear import LinearMaster
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.incumbent import Incumbent

FEW_SEQUENCES = 1000
"""A class with no more sequences than this is small enough to list them all."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Time and threads of one solve.

    Attributes
    ----------
    began
        Monotonic time of the start.
    """

    began: float
    seconds: float
    workers: int

    def left(self) -> float:
        """Seconds that may still be spent."""
        return self.began + self.seconds - monotonic()


class Course:
    """One solve, step by step.

    Parameters
    ----------
    week
        The compiled week.
    incumbent
        Where plans and bounds go.
    allowance
        What may be used.
    """

    def __init__(self, week: Week, incumbent: Incumbent, allowance: Allowance) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance

    def run(self) -> None:
        """Better the incumbent until time or gap is used up."""
        with ThreadPoolExecutor(self._allowance.workers) as pool:
            pricer = Pricer(self._week, pool)
            columns = greedy_columns(self._week)
            self._choose([column.sequence for column in columns], share=0.1)
            if not self._all_sequences(pricer):
                self._generate(pricer, columns)

    def _choose(self, sequences: list[Sequence], share: float) -> float | None:
        """Offer the best week over the sequences; return a bound on all weeks over them."""
        effort = Effort(self._allowance.left() * share)
        answer = choose_duties(self._week, list(dict.fromkeys(sequences)), effort)
        if answer is None:
            return None
        self._incumbent.offer(answer.duties)
        return answer.bound

    def _all_sequences(self, pricer: Pricer) -> bool:
        """Where sequences are few, list them all and let the integer master decide."""
        week = self._week
        shape = (len(week.problem.requests), len(week.problem.days))
        free = Prices(np.zeros(shape[0]), np.zeros(shape), np.zeros(len(week.problem.pins)))
        search = Search(room=FEW_SEQUENCES, effort=4 * FEW_SEQUENCES, every=True)
        priced = pricer.price(free, np.full(len(week.classes), -1e20), search)
        if not all(one.complete for one in priced):
            return False
        bound = self._choose([c.sequence for one in priced for c in one.columns], share=0.8)
        if bound is not None and self._incumbent.worth is not None:
            dear = self._incumbent.worth.must_serve_missed * week.dear
            self._incumbent.prove(bound + dear)
        return self._incumbent.optimal()

    def _generate(self, pricer: Pricer, columns: list[Column]) -> None:
        week, incumbent, allowance = self._week, self._incumbent, self._allowance
        known = incumbent.worth
        misses = len(week.must_serve) if known is None else known.must_serve_missed
        generation = Generation(week, LinearMaster(week, misses), pricer)
        generation.master.add(columns)
        generation.master.add(column for column, _ in incumbent.manned)
        generation.run(lambda: allowance.left() > allowance.seconds / 4, incumbent.prove)
        self._choose([column.sequence for column in generation.master.columns], share=0.8)
