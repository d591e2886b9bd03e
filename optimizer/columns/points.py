"""Every way to share out people over given sequences, down to a floor of worth."""

import numpy as np

from optimizer.columns.completion import NEVER
from optimizer.compiled import compiled, uncounted


@compiled
def points_of(grid, gain, nodes, lengths, floor, room):  # type: ignore[no-untyped-def]
    """List the head-counts with which the sequences are worth more than ``floor``.

    Parameters
    ----------
    grid : Grid
        The duty class.
    gain : Floats
        Value of each option, shape ``(o,)``.
    nodes, lengths : Ints
        Sequences, shape ``(d, longest)``, and their numbers of stops, shape ``(d,)``.
    floor : float
        Gain less km cost must exceed it.
    room : int
        Most points returned.

    Returns
    -------
    tuple[Ints, Ints, Floats, bool]
        Sequence of each point, its options, its worth, and whether all points found room.
    """
    longest = nodes.shape[1]
    owner = np.zeros(room, np.int64)
    options = np.zeros((room, longest), np.int64)
    values = np.zeros(room)
    ahead = np.zeros((longest + 1, grid.horizon + 1))
    option = np.zeros(longest, np.int64)
    clock = np.zeros(longest + 1, np.int64)
    worth = np.zeros(longest + 1)
    count = 0
    for row in range(lengths.size):
        path, length = nodes[row], lengths[row]
        _look_ahead(grid, gain, path, length, ahead)
        level = 0
        option[0] = grid.first[path[0]]
        while level >= 0:
            node = path[level]
            if option[level] == grid.first[node + 1]:
                level -= 1
                if level >= 0:
                    option[level] += 1
                continue
            here = grid.depot if level == 0 else grid.place[path[level - 1]]
            leg, cost = grid.legs[here, grid.place[node]], grid.km_cost[here, grid.place[node]]
            end = max(clock[level] + leg, grid.opens[node]) + grid.minutes[option[level]]
            if end > grid.closes[node]:
                option[level] = grid.first[node + 1]
                continue
            value = worth[level] + gain[option[level]] - cost
            if value + ahead[level + 1, end] <= floor:
                option[level] += 1
            elif level + 1 < length:
                clock[level + 1], worth[level + 1] = end, value
                level += 1
                option[level] = grid.first[path[level]]
            else:
                if count == room:
                    return owner, options, values, False
                owner[count], values[count] = row, value + ahead[level + 1, end]
                options[count, :length] = option[:length]
                count += 1
                option[level] += 1
    return owner[:count], options[:count], values[:count], True


@uncounted
def _look_ahead(grid, gain, path, length, ahead):  # type: ignore[no-untyped-def]
    """Best worth still to come when stop ``i - 1`` ends at minute ``t``, into ``ahead[i, t]``."""
    home = grid.horizon - grid.legs[grid.place[path[length - 1]], grid.depot]
    ahead[: length + 1] = NEVER
    for t in range(home + 1):
        ahead[length, t] = -grid.km_cost[grid.place[path[length - 1]], grid.depot]
    for level in range(length - 1, 0, -1):
        node, here = path[level], grid.place[path[level - 1]]
        leg, cost = grid.legs[here, grid.place[node]], grid.km_cost[here, grid.place[node]]
        for option in range(grid.first[node], grid.first[node + 1]):
            minutes, value = grid.minutes[option], gain[option] - cost
            for start in range(max(leg, grid.opens[node]), grid.closes[node] - minutes + 1):
                ended = ahead[level + 1, start + minutes] + value
                ahead[level, start - leg] = max(ahead[level, start - leg], ended)
        for t in range(grid.horizon - 1, -1, -1):
            ahead[level, t] = max(ahead[level, t], ahead[level, t + 1])
