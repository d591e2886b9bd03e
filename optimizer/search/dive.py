"""Diving: whole duties from the linear master, a few at a time, with pricing in between.

References
----------
Sadykov et al. (2019), doi:10.1287/ijoc.2018.0822 (primal heuristics for branch-and-price).
"""

from collections import Counter
from collections.abc import Callable
from math import ceil

from optimizer.columns.column import Sequence
from optimizer.columns.week import Week
from optimizer.master.effort import Unsolved
from optimizer.master.linear import LinearAnswer
from optimizer.search.generation import Generation

SURE = 0.9
PACE = 0.12
"""Share of the remaining duties that each step settles at least."""
MISSING = 0.01
"""A step that costs so much of a promise is undone,"""
ROUNDS = 4
"""if so many rounds of pricing do not help."""


class Dive:
    """One dive; the master gains columns and is released again in the end."""

    def __init__(self, week: Week, generation: Generation) -> None:
        self._week = week
        self._generation = generation
        self._settled: dict[Sequence, None] = {}
        self._barred: set[Sequence] = set()
        self._careful = False
        self._fresh = False
        self._duties: Counter[int] = Counter()
        self._people: Counter[int] = Counter()
        self._visits: Counter[tuple[int, int]] = Counter()

    def run(self, answer: LinearAnswer, go_on: Callable[[], bool]) -> list[Sequence]:
        """Settle sequences until the master is whole, stuck or told to stop.

        Returns
        -------
        list[Sequence]
            The settled sequences, then those still in the master's last answer.
        """
        try:
            while go_on() and (batch := self._settle(answer)):
                answer = self._advance(answer, batch)
        finally:
            self._generation.master.release()
        return list(dict.fromkeys([*self._settled, *_shares(answer)]))

    def _advance(self, answer: LinearAnswer, batch: list[Sequence]) -> LinearAnswer:
        """Solve with the batch settled, pricing every other time; if that cannot be, undo it.

        After a failure one sequence is tried alone, and barred if it fails again.
        """
        master = self._generation.master
        try:
            master.require(batch)
            found = self._priced(answer.value - MISSING * self._week.dear)
            self._careful = False
            return found
        except Unsolved:
            for sequence in batch:
                del self._settled[sequence]
                self._count(sequence, -1)
            if len(batch) == 1:
                self._barred.update(batch)
            self._careful = True
            master.release()
            master.require(self._settled)
            return answer

    def _priced(self, least: float) -> LinearAnswer:
        """The master's answer, after a few rounds of pricing where it is worth too little."""
        found = self._generation.master.solve()
        self._fresh = not self._fresh
        rounds = ROUNDS
        while self._fresh or found.value < least:
            added, _ = self._generation.round(found)
            found = self._generation.master.solve()
            self._fresh, rounds = False, rounds - 1
            if found.value < least and (rounds == 0 or not added):
                raise Unsolved
        return found

    def _settle(self, answer: LinearAnswer) -> list[Sequence]:
        """Settle the surest sequences; return them."""
        shares = _shares(answer)
        candidates = [s for s in shares if s not in self._settled and s not in self._barred]
        candidates.sort(key=lambda s: (-shares[s], s))
        least = 1 if self._careful else ceil(PACE * sum(shares[s] for s in candidates))
        batch: list[Sequence] = []
        for sequence in candidates:
            if len(batch) >= least and (self._careful or shares[sequence] <= SURE):
                break
            if self._fits(sequence, answer):
                self._count(sequence, 1)
                self._settled[sequence] = None
                batch.append(sequence)
            else:
                self._barred.add(sequence)
        return batch

    def _fits(self, sequence: Sequence, answer: LinearAnswer) -> bool:
        """Whether people, visits and crews allow the sequence beside the settled ones."""
        day = int(self._week.date_of[sequence.duty_class])
        for index in self._week.requests_of(sequence):
            request = self._week.problem.requests[index]
            if self._people[index] + request.fewest > request.people:
                return False
            if self._visits[index, day] == request.max_duties_per_day:
                return False
        rostering = self._generation.rostering
        block = rostering.block_of(sequence.duty_class)
        needed = self._duties + Counter({sequence.duty_class: 1})
        own = {c: n for c, n in needed.items() if n > 0 and rostering.block_of(c) == block}
        roster = rostering.covering(own, answer.duty)
        if roster is not None:
            self._generation.master.add_rosters([roster])
        return roster is not None

    def _count(self, sequence: Sequence, number: int) -> None:
        self._duties[sequence.duty_class] += number
        for index in self._week.requests_of(sequence):
            self._people[index] += number * self._week.problem.requests[index].fewest
            self._visits[index, int(self._week.date_of[sequence.duty_class])] += number


def _shares(answer: LinearAnswer) -> dict[Sequence, float]:
    shares: dict[Sequence, float] = {}
    for column, share in answer.share.items():
        shares[column.sequence] = shares.get(column.sequence, 0.0) + share
    return shares
