"""A duty class with one option a node as a network of arcs, for the labelling of long duties.

Times are those of *leaving*: a stop ends at its start plus its fixed minutes. The mirror of a
grid runs the clock backwards, so that one labelling serves both directions.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Grid, Ints
from optimizer.compiled import compiled

Among = NDArray[np.bool_]
"""Which node may follow which, the depot last, shape ``(n + 1, n + 1)``."""


class Arcs(NamedTuple):
    """Nodes ``0..n-1`` and the depot ``n``.

    Attributes
    ----------
    horizon
        Working minutes of the shift.
    request
        Number of each node's request within the class, from 0, shape ``(n,)``.
    minutes, opens, latest
        Service minutes, earliest and latest start of every node, shape ``(n,)``.
    leg, cost
        Minutes and km cost between nodes, shape ``(n + 1, n + 1)``.
    first, following
        Nodes that can follow node ``i`` are ``following[first[i]:first[i + 1]]``; the depot's
        come last.
    deadline
        Last minute of leaving a node at which a request can still be reached in time and the
        depot after it, shape ``(n + 1, requests)``.
    """

    horizon: int
    request: Ints
    minutes: Ints
    opens: Ints
    latest: Ints
    leg: Ints
    cost: Floats
    first: Ints
    following: Ints
    deadline: Ints


def mirrored(grid: Grid) -> Grid:
    """The same duties with the clock running backwards."""
    return grid._replace(
        opens=grid.horizon - grid.closes,
        closes=grid.horizon - grid.opens,
        legs=grid.legs.T,
        km_cost=grid.km_cost.T,
    )


def build_arcs(grid: Grid) -> Arcs:
    """Lay out the network of a grid whose nodes have one option each.

    Nothing assumes the triangle inequality: windows are cut back by fastest paths, services on
    the way included, never by a direct leg.
    """
    places = np.append(grid.place, grid.depot)
    leg, cost = (np.ascontiguousarray(m[np.ix_(places, places)]) for m in (grid.legs, grid.km_cost))
    request = np.unique(grid.request, return_inverse=True)[1].astype(np.int64)
    fastest = _fastest(leg, grid.minutes)
    opens = np.maximum(grid.opens, fastest[-1, :-1])
    latest = np.minimum(grid.closes, grid.horizon - fastest[:-1, -1]) - grid.minutes
    reachable = _reachable(request, opens, latest, grid.minutes, leg)
    return Arcs(
        horizon=grid.horizon,
        request=request,
        minutes=grid.minutes,
        opens=opens,
        latest=latest,
        leg=leg,
        cost=cost,
        first=np.cumsum([0, *reachable.sum(axis=1)], dtype=np.int64),
        following=np.nonzero(reachable)[1].astype(np.int64),
        deadline=_deadlines(request, latest, fastest),
    )


def thinned(arcs: Arcs, number: int) -> Arcs:
    """Only the nodes that can follow soonest, for searches that need not be exact."""
    leaves = np.append(arcs.latest + arcs.minutes, 0)
    soonest = np.maximum(arcs.leg[:, :-1], arcs.opens[None, :] - leaves[:, None])
    kept = []
    for node, (low, high) in enumerate(pairwise(arcs.first)):
        following = arcs.following[low:high]
        if node < arcs.request.size:
            following = following[np.argsort(soonest[node, following], kind="stable")[:number]]
        kept.append(following)
    return _followed(arcs, kept)


def limited(arcs: Arcs, among: Among) -> Arcs:
    """Only the arcs that are among these; going home is none of them."""
    kept = [
        arcs.following[low:high][among[node, arcs.following[low:high]]]
        for node, (low, high) in enumerate(pairwise(arcs.first))
    ]
    return _followed(arcs, kept)


def _followed(arcs: Arcs, kept: Sequence[Ints]) -> Arcs:
    """The network with these nodes behind each."""
    first = np.cumsum([0, *map(len, kept)], dtype=np.int64)
    return arcs._replace(first=first, following=np.concatenate(kept))


def pairs(arcs: Arcs) -> Among:
    """The arcs as pairs of nodes, without those home."""
    found = np.zeros(arcs.leg.shape, np.bool_)
    found[np.repeat(np.arange(len(found)), np.diff(arcs.first)), arcs.following] = True
    return found


@compiled
def _fastest(leg, minutes):  # type: ignore[no-untyped-def]
    """Fastest paths between nodes, services on the way included (Floyd & Warshall)."""
    found = leg.copy()
    for via in range(minutes.size):
        for a in range(leg.shape[0]):
            there = found[a, via] + minutes[via]
            for b in range(leg.shape[0]):
                found[a, b] = min(found[a, b], there + found[via, b])
    return found


def _reachable(request: Ints, opens: Ints, latest: Ints, minutes: Ints, leg: Ints) -> Ints:
    """Which node can follow which, the depot as last row, shape ``(n + 1, n)``."""
    leaves = np.append(opens + minutes, 0)
    asks = np.append(request, -1)
    usable = (opens <= latest)[None, :] & np.append(opens <= latest, True)[:, None]
    in_time = leaves[:, None] + leg[:, :-1] <= latest[None, :]
    return np.asarray(usable & in_time & (asks[:, None] != request[None, :]), dtype=np.int64)


def _deadlines(request: Ints, latest: Ints, fastest: Ints) -> Ints:
    found = np.full((latest.size + 1, int(request.max()) + 1), -1, dtype=np.int64)
    for node, asked in enumerate(request):
        found[:, asked] = np.maximum(found[:, asked], latest[node] - fastest[:, node])
    return found
