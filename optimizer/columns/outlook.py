"""What a partial duty can still gain, from the labels that ran against the clock."""

from math import inf

import numpy as np

from optimizer.columns.arcs import Arcs
from optimizer.columns.completion import NEVER
from optimizer.columns.grid import Floats
from optimizer.columns.labels import Labels, Outlook
from optimizer.compiled import compiled

SLOTS = 4096
ROUNDING = 1e-9
"""The same gains summed up in the other order may differ by so much."""


def unknown(arcs: Arcs) -> Outlook:
    """No bounds at all."""
    return Outlook(np.full((arcs.request.size, 1), inf), 62)


def outlook(arcs: Arcs, gain: Floats, labels: Labels) -> Outlook:
    """Bounds from the labels of a complete labelling of the mirrored class.

    Parameters
    ----------
    arcs
        The class whose labels the bounds are for.
    gain
        Value of each node, shape ``(n,)``.
    labels
        Of the mirrored class, at the same gains and a floor no higher than the one to come.
    """
    return Outlook(*_outlook(arcs, gain, labels, (arcs.horizon // SLOTS).bit_length()))


@compiled
def _outlook(arcs, gain, labels, shift):  # type: ignore[no-untyped-def]
    """A mirrored label that leaves its node at ``s`` goes on from one that leaves it at ``t`` if
    ``t + s`` is no more than the horizon and the node's own service.
    """
    slots = (arcs.horizon >> shift) + 1
    most = np.full((arcs.request.size, slots), NEVER)
    for label in range(1, labels.node.size):
        if labels.kept[label]:
            here = labels.node[label]
            last = arcs.horizon + arcs.minutes[here] - labels.minute[label]
            slot = min(slots - 1, last >> shift)
            most[here, slot] = max(most[here, slot], labels.value[label] - gain[here] + ROUNDING)
    for slot in range(slots - 2, -1, -1):
        most[:, slot] = np.maximum(most[:, slot], most[:, slot + 1])
    return most, shift
