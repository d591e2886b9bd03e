"""Level 2: the bound on plans that miss as few promises, and better plans in between."""

from collections.abc import Callable
from functools import partial
from time import monotonic

from optimizer.search.allowance import Allowance
from optimizer.search.branching import Branching
from optimizer.search.choosing import Choosing
from optimizer.search.generation import Generation
from optimizer.search.incumbent import Incumbent
from optimizer.search.proving import Proving
from optimizer.search.turns import Turns

FAR = 0.01
"""A gap at which the duties that better plans need are too many to list."""
LISTED = 12_000
"""Most duties of a list that is to hold all that better plans need."""
CUTTING = 0.15
"""Share of the time for cuts: branching lowers the bound more than the last of them."""
WHOLE = 0.15, 15.0
"""Share of the time left and most seconds for whole plans from the columns at hand."""
BRANCHING, LONGEST, LOOKS = 0.1, 12.0, 4
"""Share of the time and most seconds for one turn of branching; nodes of a turn where steps are
counted."""
LATE = 1.5
"""So many times as long as a turn its last node may be looked at closely."""
LAST = 0.03
"""Share of the time for what follows."""
BOUND, PLAN = 0, 1
PAUSES = 2
"""Turns that branching or better plans are left out while they gain far less than the others."""


class Bounding:
    """Columns and cuts, then lists, branching and better plans by turns."""

    def __init__(
        self,
        incumbent: Incumbent,
        allowance: Allowance,
        choosing: Choosing,
        proving: Proving,
        generation: Generation,
    ) -> None:
        self._incumbent = incumbent
        self._allowance = allowance
        self._choosing = choosing
        self._proving = proving
        self._generation = generation
        self._turn: Callable[[], bool] = lambda: True

    def run(self, better: Callable[[], bool]) -> None:
        """Bound all plans that miss as few, anew when a plan misses fewer.

        Parameters
        ----------
        better
            Looks for better plans for a while; whether it will do so again.
        """
        while self._allowance.go_on(0.05) and not self._incumbent.optimal():
            misses = self._incumbent.misses()
            if self._generation.allowed_misses != misses:
                self._generation.allow(misses)
            self._generate(misses)
            if self._by_turns(misses, better):
                return

    def _generate(self, misses: int) -> None:
        """The bound by columns and cuts, and a plan where nothing else finds one."""

        def go_on(reserve: float) -> bool:
            return self._wanted(misses) and self._allowance.go_on(reserve)

        generation, told = self._generation, self._choosing.told
        generation.begin(self._incumbent.manned)
        if generation.proof is not None:
            told(generation.proof.bound)
        if generation.settled:
            answer = generation.step(told)
        else:
            answer = generation.run(partial(go_on, 0.35), told)
        cutting = self._allowance.span(CUTTING * self._allowance.seconds)
        generation.close(answer, partial(go_on, 0.3), told, cutting)
        counted = self._allowance.work is not None
        if (counted or self._incumbent.worth is None) and not self._incumbent.optimal():
            self._choosing.used(generation, self._allowance.effort(*WHOLE))

    def _by_turns(self, misses: int, better: Callable[[], bool]) -> bool:
        """Better plans, lists and branching; whether nothing is left to do for so many misses."""
        partly = False
        turns = Turns(0 if self._allowance.work is not None else PAUSES)
        branching = Branching(self._generation, self._node_in_time)
        while self._wanted(misses) and self._allowance.go_on(0.05):
            if self._incumbent.gap() < FAR and self._proving.list(LISTED, partly=False):
                return True
            if turns.due(BOUND):
                bound, began = branching.bound, monotonic()
                self._branch(branching, misses)
                turns.note(BOUND, bound - branching.bound, monotonic() - began)
            if turns.due(PLAN):
                score, began = self._incumbent.printed_score(), monotonic()
                if not better():
                    return True
                gain = self._incumbent.printed_score() - score
                turns.note(PLAN, gain, monotonic() - began)
            if not partly and self._incumbent.gap() < FAR:
                partly = True
                self._proving.list(LISTED // 2, partly=True)
        return False

    def _wanted(self, misses: int) -> bool:
        """Whether plans that miss so many are the best, and better ones not ruled out."""
        return self._incumbent.misses() == misses and not self._incumbent.optimal()

    def _node_in_time(self) -> bool:
        """Whether a node may be looked at more closely: a turn's last one does not take long."""
        return self._allowance.go_on(LAST) and self._turn()

    def _branch(self, branching: Branching, misses: int) -> None:
        """A turn of branching, while no plan misses fewer."""
        incumbent = self._incumbent
        if incumbent.worth is None:
            return
        share = self._allowance.turn(BRANCHING, LOOKS, LONGEST)
        self._turn = self._allowance.span(LATE * self._allowance.at_most(BRANCHING, LONGEST))

        def go_on() -> bool:
            return incumbent.misses() == misses and share() < 1.0

        branching.run(incumbent.better_score, go_on)
        incumbent.prove(branching.bound)
