"""Branching: the week with ever more limits on stops and misses; the weakest leaf bounds it.

The linear master keeps a promise half on one day and half on another, makes two and a half stops,
and misses a promise a little. A node holds such a quantity at most or at least at a whole number;
a plan lies on one side or the other, so the worst bound of all open nodes bounds every plan.

References
----------
Barnhart et al. (1998), doi:10.1287/opre.46.3.316 (branch and price);
Achterberg, Koch & Martin (2005), doi:10.1016/j.orl.2004.04.002 (reliability branching).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush, nlargest
from itertools import count
from math import floor, inf

from optimizer.master.effort import Unsolved
from optimizer.master.limits import MISS, STOPS, Limits, Quantity
from optimizer.master.linear import LinearAnswer
from optimizer.master.simplex import Basis
from optimizer.search.generation import Generation

FRACTION = 0.02
"""Nearer to a whole number than this, a quantity counts as one."""
TRIALS = 8
"""How many quantities are tried out in a node."""
HOPES = {STOPS: 2.0, MISS: 10.0}
"""How much more than stops of a day these are worth trying out."""
UNEVEN = 0.1
"""What the better half of a branching counts for beside the worse one."""


@dataclass(order=True, slots=True)
class _Node:
    """A part of the tree that is still open; the weakest bound comes first."""

    key: tuple[float, int]
    limits: Limits = field(compare=False)
    basis: Basis | None = field(compare=False)

    @property
    def bound(self) -> float:
        """No plan within the limits is worth more."""
        return -self.key[0]


class Branching:
    """The tree of one week with so many misses.

    Parameters
    ----------
    generation
        With a proof; its master is held within limits only while a node is looked at.
    in_time
        Asked on the way: whether a node may be looked at more closely.
    """

    def __init__(self, generation: Generation, in_time: Callable[[], bool]) -> None:
        self._generation = generation
        self._in_time = in_time
        self._ticks = count()
        self._open: list[_Node] = []
        self._settled = -inf if generation.proof else inf
        self._gains: dict[Quantity, float] = {}
        if generation.proof is not None:
            self._push(generation.proof.bound, {}, generation.master.basis)

    @property
    def bound(self) -> float:
        """No plan is worth more than this."""
        return max(self._settled, self._open[0].bound if self._open else -inf)

    @property
    def ended(self) -> bool:
        """Whether nothing is open that branching could better."""
        return not self._open or self._open[0].bound <= self._settled

    def run(self, least: Callable[[], float], go_on: Callable[[], bool]) -> None:
        """Look at one open node after the other.

        Parameters
        ----------
        least
            Plans worth no more than this are of no interest.
        go_on
            Asked before every node.
        """
        try:
            while go_on() and self._in_time() and not self.ended and self.bound > least():
                node = heappop(self._open)
                try:
                    self._look(node, least())
                except Unsolved:
                    self._settled = max(self._settled, node.bound)
        finally:
            self._generation.master.hold({})

    def _push(self, bound: float, limits: Limits, basis: Basis | None) -> None:
        heappush(self._open, _Node((-bound, next(self._ticks)), limits, basis))

    def _look(self, node: _Node, least: float) -> None:
        """Bound a node better and part it in two, unless no plan in it is of interest.

        Where time is over before it is bounded better, it stays as it is.
        """
        master = self._generation.master
        master.basis = node.basis
        answer, bound = self._generation.held(node.limits, least, self._in_time)
        bound = min(bound, node.bound)
        if bound >= node.bound > least and not self._in_time():
            self._push(node.bound, node.limits, master.basis)
            return
        if bound <= least:
            self._settled = max(self._settled, min(least, node.bound))
            return
        basis = master.basis
        quantity, whole = self._choice(answer, node.limits, least)
        if quantity is None:
            self._settled = max(self._settled, bound)
            return
        for side in _sides(quantity, whole, node.limits):
            self._push(bound, {**node.limits, quantity: side}, basis)

    def _choice(
        self, answer: LinearAnswer, limits: Limits, least: float
    ) -> tuple[Quantity | None, float]:
        """The quantity whose halves are bounded best, and the whole number below it."""
        values = self._generation.quantities(answer)
        even = {q: min(x % 1.0, 1.0 - x % 1.0) for q, x in values.items()}
        usual = sum(self._gains.values()) / max(1, len(self._gains)) or 1.0

        def promise(quantity: Quantity) -> tuple[float, Quantity]:
            known = self._gains.get(quantity, usual * HOPES.get(quantity.day, 1.0))
            return known * even[quantity], quantity

        parted = (q for q in values if even[q] > FRACTION and _within(values[q], q, limits))
        tried = nlargest(TRIALS, parted, key=promise)
        for quantity in (one for one in tried if one not in self._gains and self._in_time()):
            gain = self._gain(answer, limits, quantity, floor(values[quantity]), least)
            self._gains[quantity] = gain / even[quantity]
        best = max(tried, key=promise, default=None)
        return best, 0.0 if best is None else floor(values[best])

    def _gain(
        self, answer: LinearAnswer, limits: Limits, quantity: Quantity, whole: float, least: float
    ) -> float:
        """What branching lowers the restricted master by, mostly on the worse side."""
        lost = []
        for side in _sides(quantity, whole, limits):
            value = self._generation.restricted({**limits, quantity: side})
            lost.append(max(0.0, answer.value - max(value, least)))
        return min(lost) + UNEVEN * max(lost) + 1e-6


def _box(quantity: Quantity, limits: Limits) -> tuple[float, float]:
    return limits.get(quantity, (0.0, 1.0 if quantity.day == MISS else inf))


def _within(value: float, quantity: Quantity, limits: Limits) -> bool:
    low, high = _box(quantity, limits)
    return low < value < high


def _sides(
    quantity: Quantity, whole: float, limits: Limits
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Limits below and above."""
    low, high = _box(quantity, limits)
    return (low, whole), (whole + 1.0, high)
