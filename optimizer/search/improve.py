"""The course of a solve: first plan, promises, bound, whole duties, neighbourhoods."""

import random
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np

from optimizer.columns.column import Column, Sequence
from optimizer.columns.prices import no_prices
from optimizer.columns.pricing import Pricer, Search
from optimizer.columns.week import Week
from optimizer.master.effort import Effort
from optimizer.master.integer import choose_duties
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns, pin_sequences
from optimizer.search.incumbent import Incumbent
from optimizer.search.neighbourhood import Neighbourhoods
from optimizer.search.pool import Pools

FEW_SEQUENCES = 400
"""A week with no more sequences than this is small enough to list them all."""
FAVOURITES = (300, 1500)
POINTS = 8000
SEQUENCES = 20_000
"""How many duties an integer program is given, and how many sequences neighbourhoods draw from."""


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
    seed
        Start of the random choices.
    """

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        seed: int,
        threads: ThreadPoolExecutor,
    ) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._draw = random.Random(seed)
        self._threads = threads
        self._pricer = Pricer(week, threads)

    def run(self) -> None:
        """Better the incumbent until time or gap is used up."""
        columns = greedy_columns(self._week)
        first = [*(column.sequence for column in columns), *pin_sequences(self._week)]
        self._choose(first, self._allowance.effort(0.1, 3.0))
        if self._all_sequences():
            return
        generation = Generation(self._week, self._pricer, allowed_misses=0)
        generation.master.add(columns)
        self._keep_promises(generation)
        while self._allowance.go_on(0.05) and not self._incumbent.optimal():
            misses = self._misses()
            generation.allow(misses)
            self._bound(generation)
            self._neighbourhoods(self._close(generation))
            if self._misses() == misses:
                return

    def _misses(self) -> int:
        worth = self._incumbent.worth
        return len(self._week.must_serve) if worth is None else worth.must_serve_missed

    def _choose(
        self, sequences: Iterable[Sequence], effort: Effort, allowed_misses: int | None = None
    ) -> float:
        """Offer the best week over the sequences; return a bound on all weeks over them."""
        answer = choose_duties(self._week, sequences, effort, allowed_misses)
        if answer.duties is not None:
            self._incumbent.offer(answer.duties)
        return answer.bound

    def _all_sequences(self) -> bool:
        """Where sequences are few, list them all and let the integer master decide."""
        week = self._week
        search = Search(room=FEW_SEQUENCES, effort=4 * FEW_SEQUENCES, every=True)
        floors = np.full(len(week.classes), -1e20)
        priced = self._pricer.price(no_prices(week), floors, search)
        sequences = [c.sequence for one in priced for c in one.columns]
        if not all(one.complete for one in priced) or len(sequences) > FEW_SEQUENCES:
            return False
        effort = self._allowance.effort(0.4, 30.0)
        self._choose(sequences, effort)
        if self._incumbent.worth is None:
            return True
        self._incumbent.prove(self._choose(sequences, effort, self._misses()))
        return self._incumbent.optimal()

    def _keep_promises(self, generation: Generation) -> None:
        """Level 1: columns and plans that miss as few must-serve requests, and pins, as can be."""
        if self._misses() == 0 and self._incumbent.worth is not None:
            return
        generation.run(lambda: self._allowance.go_on(0.6), lambda bound: None)
        for number in FAVOURITES:
            self._whole(generation, number, self._allowance.effort(0.15, 20.0))

    def _bound(self, generation: Generation) -> None:
        """Level 2: the bound, by columns and cuts."""
        generation.master.add(column for column, _ in self._incumbent.manned)
        answer = generation.run(lambda: self._allowance.go_on(0.3), self._told)
        while self._allowance.go_on(0.3) and generation.cut(answer):
            answer = generation.run(lambda: self._allowance.go_on(0.3), self._told)
        for number in FAVOURITES:
            self._whole(generation, number, self._allowance.effort(0.15, 15.0))

    def _told(self, bound: float) -> None:
        if self._incumbent.worth is not None:
            self._incumbent.prove(bound)

    def _whole(self, generation: Generation, number: int, effort: Effort) -> None:
        """Whole duties from the columns that the linear master likes."""
        columns = generation.favourites(number)
        self._take_columns(columns, generation, effort)

    def _take_columns(
        self, columns: Iterable[Column], generation: Generation, effort: Effort
    ) -> float:
        """Offer the best week over the columns; return a bound on all weeks over them."""
        program = WholeMaster(self._week, generation.master.cuts, generation.allowed_misses)
        known = [column for column, _ in self._incumbent.manned]
        program.add([*columns, *known])
        duties, bound = program.solve(known, effort)
        if duties is not None:
            self._incumbent.offer(duties)
            chosen = [column.sequence for column, _ in duties]
            self._choose(chosen, self._allowance.effort(0.1, 2.0))
        return bound

    def _close(self, generation: Generation) -> tuple[Sequence, ...]:
        """Close the gap over complete lists of duties; return sequences to go on with."""
        proof, worth = generation.proof, self._incumbent.worth
        if proof is None or worth is None:
            return ()
        pools = Pools(self._week, self._pricer, generation.rostering, proof)
        pool = pools.points(proof.bound - worth.score, POINTS)
        bound = self._take_columns(pool.columns, generation, self._allowance.effort(0.5, 600.0))
        self._incumbent.prove(max(bound, proof.bound - pool.width))
        return pools.sequences(proof.bound - worth.score, SEQUENCES)

    def _neighbourhoods(self, pool: tuple[Sequence, ...]) -> None:
        """Free and re-choose duties until time or work is used up."""
        around = Neighbourhoods(self._week, pool)
        left = self._allowance.work
        misses = self._misses()
        while self._allowance.go_on(0.05) and left != 0 and not self._incumbent.optimal():
            manned = self._incumbent.manned
            if not manned:
                return
            effort = self._allowance.effort(0.8, 4.0)
            draws = [random.Random(self._draw.random()) for _ in range(self._allowance.workers)]
            one = partial(around.better, manned, misses, effort)
            for duties in self._threads.map(one, draws):
                if duties is not None:
                    self._incumbent.offer(duties)
            left = None if left is None else left - 1
            if self._misses() != misses:
                return
