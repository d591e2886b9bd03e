"""What a labelling works on: its terms, the labels in the making, the labels made."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.arcs import Arcs
from optimizer.columns.grid import Floats
from optimizer.columns.memory import Sets

ANY, LESS, SAME = 0, 1, 2
"""It gives way always (a heuristic); if the other remembers nothing more that matters (exact for
the best duty); if the other remembers the same (exact for the best duty to every set of
requests, when duties remember everything)."""


class Outlook(NamedTuple):
    """Completion bounds.

    Attributes
    ----------
    gain
        Most gain after leaving node ``i`` in the slot of minute ``t``, shape ``(n, slots)``.
    shift
        A slot is ``2 ** shift`` minutes.
    """

    gain: Floats
    shift: int


class Terms(NamedTuple):
    """What labels are made of and which are of interest.

    Attributes
    ----------
    gain
        Value of each node, shape ``(n,)``.
    near
        Neighbourhood of each node, shape ``(n, words)``.
    outlook
        Completion bounds.
    floor
        Duties worth this or less are of no interest.
    rule
        When a label gives way to another; ``ANY``, ``LESS`` or ``SAME``.
    """

    arcs: Arcs
    gain: Floats
    near: Sets
    outlook: Outlook
    floor: float
    rule: int


class Store(NamedTuple):
    """Labels in the making.

    Attributes
    ----------
    node, minute, value, parent, memory, kept
        As in ``Labels``; ``memory`` has shape ``(l, words)``.
    link
        Next label in the same queue or chain, -1 at its end.
    waiting
        First label waiting to be looked at, by minute, shape ``(horizon + 1,)``.
    chains
        First of the kept labels, by node, or by a hash of node and memory.
    made
        Number of labels, shape ``(1,)``.
    """

    node: NDArray[np.int32]
    minute: NDArray[np.int32]
    value: Floats
    parent: NDArray[np.int32]
    memory: Sets
    kept: NDArray[np.bool_]
    link: NDArray[np.int32]
    waiting: NDArray[np.int32]
    chains: NDArray[np.int32]
    made: NDArray[np.int64]


class Labels(NamedTuple):
    """Labels in the order of their making, the depot's first.

    Attributes
    ----------
    node, minute, value, parent
        Last node, minute of leaving it, gain less km cost so far, and the label before it,
        shape ``(l,)``.
    kept
        Whether the label was extended, that is neither dominated nor left for want of effort.
    ceiling
        No duty is worth more than this or the floor, whichever is higher.
    complete
        Whether effort and room sufficed.
    """

    node: NDArray[np.int32]
    minute: NDArray[np.int32]
    value: Floats
    parent: NDArray[np.int32]
    kept: NDArray[np.bool_]
    ceiling: float
    complete: bool
