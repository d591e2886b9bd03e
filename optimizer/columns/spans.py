"""The minutes that a sequence leaves for service, as limits on runs of its stops.

A run of consecutive stops ``i..j`` fits when its service minutes are at most the time between
the earliest start of ``i`` and the latest end of ``j``, less the legs between. These limits are
all that a schedule must keep: they form an interval matrix, so they describe the head-counts of
a sequence exactly (Fulkerson & Gross 1965, doi:10.2140/pjm.1965.15.835).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from optimizer.columns.column import Sequence
from optimizer.columns.grid import Grid


@dataclass(frozen=True, slots=True)
class Run:
    """Stops ``first..last`` (inclusive) may serve ``minutes`` together."""

    first: int
    last: int
    minutes: int


def run_limits(grid: Grid, sequence: Sequence) -> Iterator[Run]:
    """Limits that can bind, for runs of one stop up to all of them.

    Parameters
    ----------
    grid
        Arrays of the sequence's class.
    sequence
        Nodes in visiting order.
    """
    nodes = sequence.nodes
    places = [grid.depot, *(int(grid.place[node]) for node in nodes), grid.depot]
    legs = [int(grid.legs[a, b]) for a, b in pairwise(places)]
    for first in range(len(nodes)):
        start = max(int(grid.opens[nodes[first]]), legs[0] if first == 0 else 0)
        for last in range(first, len(nodes)):
            latest = int(grid.closes[nodes[last]])
            between = sum(legs[first + 1 : last + 1])
            home = grid.horizon - legs[-1] if last == len(nodes) - 1 else latest
            limit = min(latest, home) - start - between
            if limit < sum(_longest(grid, node) for node in nodes[first : last + 1]):
                yield Run(first, last, limit)


def _longest(grid: Grid, node: int) -> int:
    return int(grid.minutes[grid.first[node + 1] - 1])
