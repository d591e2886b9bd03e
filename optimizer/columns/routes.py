"""Labels traced back into the stops of duties."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.arcs import Arcs
from optimizer.columns.grid import Floats, Ints
from optimizer.columns.labelling import going_home
from optimizer.columns.labels import Labels
from optimizer.compiled import compiled


class Routes(NamedTuple):
    """Duties in the order of labelling.

    Attributes
    ----------
    worth
        Gain less km cost, shape ``(d,)``.
    nodes, lengths
        Stops, shape ``(d, longest)``, -1 beyond the end, and their numbers, shape ``(d,)``.
    elementary
        Whether no request is visited twice, shape ``(d,)``.
    """

    worth: Floats
    nodes: Ints
    lengths: Ints
    elementary: NDArray[np.bool_]

    def only(self, chosen: NDArray[np.bool_]) -> "Routes":
        """Some of the duties."""
        return Routes(
            self.worth[chosen], self.nodes[chosen], self.lengths[chosen], self.elementary[chosen]
        )

    def reversed(self) -> "Routes":
        """The duties in the opposite order."""
        return self._replace(nodes=_turned(self.nodes, self.lengths))


def routes(arcs: Arcs, labels: Labels, floor: float, each: int, room: int) -> Routes:
    """The duties worth most above the floor: ``room`` at most, ``each`` of a last node."""
    worth = _finished(arcs, labels, floor)
    last = _spread(worth, labels.node, np.argsort(-worth, kind="stable"), floor, each, room)
    nodes, lengths = _trace(labels, last)
    return Routes(worth[last], nodes, lengths, _elementary(arcs.request, nodes, lengths))


@compiled
def _finished(arcs, labels, floor):  # type: ignore[no-untyped-def]
    """Worth of going home from every kept label, the floor at least."""
    worth = np.full(labels.node.size, floor)
    for label in range(1, labels.node.size):
        if labels.kept[label]:
            home = going_home(arcs, labels.node[label], labels.minute[label], labels.value[label])
            worth[label] = max(floor, home)
    return worth


@compiled
def _spread(worth, node, ranked, floor, each, room):  # type: ignore[no-untyped-def]
    """The first labels in rank above the floor."""
    taken = np.zeros(node.max() + 1, np.int64)
    chosen = np.zeros(min(room, worth.size), np.int64)
    count = 0
    for label in ranked:
        if worth[label] <= floor or count == chosen.size:
            break
        if taken[node[label]] < each:
            taken[node[label]] += 1
            chosen[count] = label
            count += 1
    return chosen[:count]


@compiled
def _trace(labels, last):  # type: ignore[no-untyped-def]
    lengths = np.zeros(last.size, np.int64)
    for row in range(last.size):
        label = last[row]
        while label > 0:
            lengths[row] += 1
            label = labels.parent[label]
    nodes = np.full((last.size, lengths.max() if last.size else 0), -1, np.int64)
    for row in range(last.size):
        label = last[row]
        for stop in range(lengths[row] - 1, -1, -1):
            nodes[row, stop] = labels.node[label]
            label = labels.parent[label]
    return nodes, lengths


@compiled
def _elementary(request, nodes, lengths):  # type: ignore[no-untyped-def]
    simple = np.ones(lengths.size, np.bool_)
    seen = np.full(request.size, -1, np.int64)
    for row in range(lengths.size):
        for stop in range(lengths[row]):
            asked = request[nodes[row, stop]]
            simple[row] &= seen[asked] != row
            seen[asked] = row
    return simple


@compiled
def _turned(nodes, lengths):  # type: ignore[no-untyped-def]
    turned = np.full_like(nodes, -1)
    for row in range(lengths.size):
        for stop in range(lengths[row]):
            turned[row, stop] = nodes[row, lengths[row] - 1 - stop]
    return turned
