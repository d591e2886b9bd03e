"""The proof where duties have many stops: column generation over a network that grows.

Over few arcs column generation is quick, and its prices are nearly those of all arcs. What any
other arc may add to a duty is read off the labels of both directions; the arcs worth most are
taken in. Now and then all duties are priced, for a bound that holds, and for the arcs of the
duties found.

References
----------
Irnich, Desaulniers, Desrosiers & Hadjar (2010), doi:10.1287/ijoc.1090.0341 (what paths with an
arc are worth).
"""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from optimizer.columns.column import Column
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.linear import LinearAnswer
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.generation import SEARCH, Generation
from optimizer.search.incumbent import Incumbent
from optimizer.search.network import soonest, take_in
from optimizer.search.proving import kept_for_lists

NEAREST = 8
"""How many followers of each node the network begins with."""
FURTHER = 300
"""How many arcs of each class are taken in at a time."""
FIRST, TURN, LOOKS = 0.04, 0.15, 0.4
"""Share of the time for the first turn over few arcs and for each later one; share of what has
passed for looks at all arcs."""
NEAR_ENOUGH = 0.003
"""Relative difference of master and bound at which few arcs tell nothing more."""
GLANCE = 200_000
"""Effort of the first look: if it is enough, few arcs are no help."""
DEARER = SEARCH.effort / GLANCE
"""How many times as long later looks may take."""
WHOLE, MASTERS = (0.05, 1.0), 5
"""Share of the time left and most seconds for plans from the duties that so many masters used."""


class Widening:
    """Lowers the incumbent's bound as far as looks at all arcs are dear.

    Parameters
    ----------
    pricer, generation
        Of all duties; ``generation`` gets the columns found.
    """

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
        self._network = soonest(week, NEAREST)
        self._began, self._looked, self._dearest = monotonic(), 0.0, 0.0

    def run(self) -> None:
        """Widen until a look at all arcs is cheap, or nothing new comes of it."""
        while self._open() and not self._widened():
            pass

    def _widened(self) -> bool:
        """Bound all plans that miss as few must-serve requests; whether nothing is left to do."""
        misses = self._incumbent.misses()
        self._generation.allow(misses)
        few = Generation(self._week, self._few(), misses, NEAR_ENOUGH)
        few.master.add(self._generation.master.columns)
        try:
            while self._open() and self._incumbent.misses() == misses:
                if self._ended(few):
                    return True
        finally:
            self._generation.master.add(few.master.columns)
        return False

    def _ended(self, few: Generation) -> bool:
        """One turn over few arcs, and perhaps a look at all; whether that ends it."""
        known = [column for column, _ in self._incumbent.manned]
        few.master.add(known)
        take_in(self._network, known)
        few.reprice(self._few())
        share = self._allowance.part(TURN if self._looked else FIRST)
        few.steadily(lambda: share() < 1.0 and self._open())
        self._choose(few, known)
        if few.proof is None or not self._open():
            return False
        wider = few.further(few.proof.answer, FURTHER)
        grown = any(arcs.any() for arcs in wider.values())
        if not grown and not self._time():
            return True
        if self._due() or not grown:
            glance = not self._looked
            new, settled = self._look(few.proof.answer)
            few.master.add(new)
            take_in(self._network, new)
            if settled or not (new or grown or glance):
                return True
        for c, arcs in wider.items():
            self._network[c] |= arcs
        return False

    def _few(self) -> Pricer:
        return replace(self._pricer, among={c: a.copy() for c, a in self._network.items()})

    def _choose(self, few: Generation, known: Sequence[Column]) -> None:
        """Offer the best week over the duties that the last masters used."""
        program = WholeMaster(self._week, (), few.allowed_misses)
        program.add([*few.likings.used(MASTERS), *known])
        duties, _ = program.solve(known, self._allowance.effort(*WHOLE))
        if duties is not None:
            self._incumbent.offer(duties)

    def _due(self) -> bool:
        """Whether it is time for a look at all arcs."""
        return self._looked <= LOOKS * (monotonic() - self._began) and self._time()

    def _time(self) -> bool:
        """Whether a look at all arcs would likely end in time."""
        return self._dearest < self._allowance.left()

    def _look(self, answer: LinearAnswer) -> tuple[list[Column], bool]:
        """What is new over all arcs, and whether more of few arcs is no help."""
        began = monotonic()
        glance = not self._looked
        effort = GLANCE if glance else SEARCH.effort
        new, proof = self._generation.probe(answer, effort, self._incumbent.prove)
        took = monotonic() - began
        self._looked += took
        self._dearest = max(self._dearest, took * (DEARER if glance else 1.0))
        return new, proof.complete and (glance or not new)

    def _open(self) -> bool:
        reserve = kept_for_lists(self._incumbent)
        return self._allowance.go_on(reserve) and not self._incumbent.optimal()
