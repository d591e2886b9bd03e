"""The proof where another search finds the plans: column generation, then complete lists.

References
----------
Baldacci, Christofides & Mingozzi (2008), doi:10.1007/s10107-007-0178-5 (route enumeration).
"""

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.effort import Effort
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.generation import Generation
from optimizer.search.incumbent import Incumbent
from optimizer.search.pool import Pool, Pools

POINTS, MORE, MOST = 6000, 4, 400_000
"""Duties in the first list, how many times more in the next, and most in the last."""
LISTS, FAR, RESERVE = 0.3, 0.02, 0.03
"""Share of the time kept for the integer programs over lists, the gap at which they prove little,
and the share that is kept then."""

LONGEST, SOME = 600.0, 0.4
"""Seconds for one of them, and share of the time left where the list is not complete."""


class Proving:
    """Lowers the incumbent's bound while its plan is bettered elsewhere."""

    def __init__(
        self,
        week: Week,
        incumbent: Incumbent,
        allowance: Allowance,
        pricer: Pricer,
        generation: Generation,
    ) -> None:
        self._week = week
        self._incumbent = incumbent
        self._allowance = allowance
        self._pricer = pricer
        self._generation = generation

    def run(self) -> None:
        """Bound all plans that miss as few must-serve requests as the incumbent."""
        while self._open(0.05):
            misses = self._incumbent.misses()
            self._generation.allow(misses)
            self._generate()
            self.lists()
            if self._incumbent.misses() == misses:
                return

    def _generate(self) -> None:
        generation = self._generation
        generation.begin(self._incumbent.manned)
        answer = generation.run(self._generating, self._incumbent.prove)
        generation.close(answer, lambda: self._open(0.4), self._incumbent.prove)

    def _generating(self) -> bool:
        return self._open(kept_for_lists(self._incumbent))

    def lists(self) -> None:
        """Longer and longer lists, until no better plan needs a duty outside."""
        room = POINTS
        while room <= MOST and self._open(0.05) and not self.list(room):
            room *= MORE

    def list(self, room: int, partly: bool = True) -> bool:
        """One list of so many duties; whether no better plan needs a duty outside.

        Parameters
        ----------
        partly
            Whether a list counts that holds only some of those duties: it proves less.
        """
        proof = self._generation.proof
        if proof is None:
            return True
        pools = Pools(self._week, self._pricer, self._generation.rostering, proof)
        goal = min(self._incumbent.better_score(), proof.bound)
        pool = pools.points(proof.bound - goal, room, partly)
        whole = pool.width >= proof.bound - goal
        if whole or partly:
            effort = self._allowance.effort(0.95 if whole else SOME, LONGEST)
            found = self._choose(pool, goal, effort)
            self._incumbent.prove(max(found, proof.bound - pool.width))
        return whole

    def _choose(self, pool: Pool, goal: float, effort: Effort) -> float:
        """Offer the best week over the duties; bound all weeks over them, by the goal or above."""
        generation = self._generation
        program = WholeMaster(self._week, generation.master.cuts, generation.allowed_misses)
        known = [column for column, _ in self._incumbent.manned]
        program.add([*pool.columns, *known])
        if program.tighten(goal, lambda: self._open(0.05)) <= goal:
            return goal
        duties, bound = program.solve(known, effort)
        if duties is not None:
            self._incumbent.offer(duties)
        return max(bound, goal)

    def _open(self, reserve: float) -> bool:
        return self._allowance.go_on(reserve) and not self._incumbent.optimal()


def kept_for_lists(incumbent: Incumbent) -> float:
    """Share of the time that column generation leaves."""
    return LISTS if incumbent.gap() < FAR else RESERVE
