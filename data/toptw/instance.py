"""A problem file of the literature, in whole numbers.

Times and distances are counted in fractions of the file's unit, as fine as its distances are
cut, so that everything is an integer.
"""

from dataclasses import dataclass
from functools import cached_property
from math import isqrt

import numpy as np
from numpy.typing import NDArray

COORDINATE_DIGITS = 6
MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class Node:
    """A customer, or the depot as node 0.

    Attributes
    ----------
    x, y
        Place in the plane, in millionths of the file's unit.
    service, opens, closes
        Length of a visit and first and last start of it, in fractions of the unit.
    profit
        What a visit earns, in the file's own figures.
    """

    x: int
    y: int
    service: int
    profit: float
    opens: int
    closes: int


@dataclass(frozen=True)
class Instance:
    """Nodes in the file's order, the depot first.

    Attributes
    ----------
    digits
        Decimals that distances are cut to; times are whole in units of ``10**-digits``.
    """

    name: str
    digits: int
    nodes: tuple[Node, ...]

    @cached_property
    def legs(self) -> NDArray[np.int64]:
        """Euclidean distances, cut and not rounded, exact; shape ``(nodes, nodes)``."""
        size = len(self.nodes)
        rows = [[self._leg(a, b) for b in self.nodes] for a in self.nodes]
        return np.array(rows, dtype=np.int64).reshape(size, size)

    def _leg(self, a: Node, b: Node) -> int:
        scale = 10**self.digits
        across, along = scale * (a.x - b.x), scale * (a.y - b.y)
        return isqrt(across * across + along * along) // MICRO

    @property
    def total_profit(self) -> float:
        """Profit of all customers together."""
        return sum(node.profit for node in self.nodes[1:])
