"""Thin networks of arcs, by class, for column generation where duties have many stops."""

from collections.abc import Iterable

import numpy as np

from optimizer.columns.arcs import Among, build_arcs, pairs, thinned
from optimizer.columns.column import Column
from optimizer.columns.long_duties import is_long
from optimizer.columns.week import Week

Network = dict[int, Among]


def soonest(week: Week, number: int) -> Network:
    """So many followers of each node, those that can be reached soonest."""
    return {
        c: pairs(thinned(build_arcs(grid), number))
        for c, grid in enumerate(week.grids)
        if is_long(grid)
    }


def take_in(network: Network, columns: Iterable[Column]) -> None:
    """Add the arcs between the stops of duties."""
    for column in columns:
        if column.sequence.duty_class in network:
            nodes = np.array(column.sequence.nodes)
            network[column.sequence.duty_class][nodes[:-1], nodes[1:]] = True
