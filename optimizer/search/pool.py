"""The duties worth looking at: those whose use costs the bound little at proved prices.

A plan that uses a duty with loss ``l`` is worth at most ``bound - l``. So with every duty of a
loss up to ``width`` at hand, the best plan over them, or else ``bound - width``, bounds all plans;
with ``width = bound - score`` no better plan needs any other duty.

References
----------
Baldacci, Christofides & Mingozzi (2008), doi:10.1007/s10107-007-0178-5 (route enumeration).
"""

from dataclasses import dataclass

import numpy as np

from optimizer.columns.column import Column
from optimizer.columns.grid import Floats
from optimizer.columns.pricing import Priced, Pricer
from optimizer.columns.week import Week
from optimizer.master.rostering import Rostering
from optimizer.search.generation import Proof

NARROW = 1e-6
"""Relative loss up to which more duties than there is room for are as good as equal."""


@dataclass(frozen=True)
class Pool:
    """Duties of little loss.

    Attributes
    ----------
    columns
        Every duty with a loss up to ``width``, the least loss first.
    width
        Up to which loss the list is complete.
    """

    columns: tuple[Column, ...]
    width: float


class Pools:
    """Lists duties by loss at the prices of one proof."""

    def __init__(self, week: Week, pricer: Pricer, rostering: Rostering, proof: Proof) -> None:
        self._pricer = pricer
        self._proof = proof
        self._overhead = week.problem.objective.cost_per_duty
        self._reached = _reached(week, rostering, proof)

    def points(self, width: float, room: int, partly: bool = True) -> Pool:
        """Duties with all their head-counts, of a loss up to ``width`` or as far as room goes.

        Parameters
        ----------
        partly
            Where there is no room for all: list as many as there is room for, or none.
        """
        while True:
            floors = self._floors(width)
            priced = self._pricer.list_points(self._proof.answer.prices, floors, room)
            if _fits(priced, room):
                return Pool(tuple(column for _, column in self._ranked(priced)), width)
            if not partly or width < NARROW * max(1.0, abs(self._proof.bound)):
                return Pool((), 0.0)
            width /= 3.0

    def _floors(self, width: float) -> Floats:
        """Worth above which a duty's loss is within the width; see ``_losses``."""
        return self._losses() - width

    def _losses(self) -> Floats:
        """Worth of a duty plus its loss, by class."""
        return self._proof.bound - self._reached + self._proof.ceilings + self._overhead

    def _ranked(self, priced: list[Priced]) -> list[tuple[float, Column]]:
        losses = self._losses()
        ranked = [
            (float(losses[c]) - value, column)
            for c, one in enumerate(priced)
            for column, value in zip(one.columns, one.values, strict=True)
        ]
        return sorted(ranked, key=lambda one: (one[0], one[1].sequence, one[1].people))


def _fits(priced: list[Priced], room: int) -> bool:
    return all(one.complete for one in priced) and sum(len(one.columns) for one in priced) <= room


def _reached(week: Week, rostering: Rostering, proof: Proof) -> Floats:
    """The bound on plans with at least one duty of each class, shape ``(classes,)``."""
    blocks = [most for _, most in rostering.best(proof.ceilings)]
    return np.array(
        [
            proof.bound - blocks[rostering.block_of(c)] + rostering.at_least_one(c, proof.ceilings)
            for c in range(len(week.classes))
        ]
    )
