"""Exact search for duties: depth-first branch and bound over elementary sequences of nodes.

A prefix carries its whole value-over-minute function, so one tree node stands for every schedule
and every head-count of its stops. The completion bounds tell the most that a prefix can become.
"""

from typing import NamedTuple

import numpy as np

from optimizer.columns.completion import NEVER
from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import compiled, uncounted
from optimizer.reductions import least_of


class Found(NamedTuple):
    """Duties above the floor.

    Attributes
    ----------
    values
        Gain less km cost of each duty, shape ``(d,)``.
    lengths
        Number of stops, shape ``(d,)``.
    nodes, options
        Nodes and options in visiting order, shape ``(d, longest)``.
    ceiling
        No duty of the class is worth more than this or the floor, whichever is higher.
    complete
        Whether the search ended before its effort or its room did.
    """

    values: Floats
    lengths: Ints
    nodes: Ints
    options: Ints
    ceiling: float
    complete: bool


@compiled
def search_duties(grid, gain, bounds, floor, slack, room, effort, every):  # type: ignore[no-untyped-def]  # noqa: PLR0915
    """Find the duties worth more than ``floor``.

    Parameters
    ----------
    grid : Grid
        The duty class.
    gain : Floats
        Value of each option, shape ``(o,)``.
    bounds : tuple[Floats, Floats]
        Completion bounds at the same gains.
    floor : float
        Duties worth this or less are of no interest.
    slack : float
        Unless ``every``: duties that miss the best of all by more are of no interest either.
    room : int
        Most duties returned.
    effort : int
        Most tree nodes visited.
    every : bool
        Every sequence above the floor, or the best for each first node.

    Returns
    -------
    Found
    """
    reaching = bounds[0]
    count = grid.request.size
    longest = longest_duty(grid)
    values = np.full(room, NEVER)
    lengths = np.zeros(room, np.int64)
    nodes = np.zeros((room, longest), np.int64)
    options = np.zeros((room, longest), np.int64)
    reach = np.full((longest + 1, grid.horizon + 1), NEVER)
    reach[0] = 0.0
    children = np.zeros((longest, count), np.int64)
    ceilings = np.zeros((longest, count))
    width = np.zeros(longest, np.int64)
    turn = np.zeros(longest, np.int64)
    path = np.full(longest, -1, np.int64)
    best, kept, visited, complete = floor, 0, 0, True
    best_first = np.full(count, floor)
    width[0] = _branch(grid, reach[0], path, 0, reaching, floor, children[0], ceilings[0])
    depth = 0
    while depth >= 0:
        bar = floor if every else max(floor, best - slack)
        if not every and depth > 0:
            bar = max(bar, best_first[path[0]])
        if turn[depth] == width[depth] or ceilings[depth, turn[depth]] <= bar:
            turn[depth] = 0
            depth -= 1
            continue
        if visited == effort or (every and kept == room):
            complete = False
            break
        visited += 1
        node = children[depth, turn[depth]]
        turn[depth] += 1
        path[depth] = node
        _extend(grid, gain, path, depth, reach[depth], reach[depth + 1])
        value = _finish(grid, node, reach[depth + 1])
        if value > (floor if every else best_first[path[0]]):
            row = kept if every else path[0]
            values[row], lengths[row] = value, depth + 1
            nodes[row, : depth + 1] = path[: depth + 1]
            _trace(grid, gain, path, depth, reach, options[row])
            best_first[path[0]] = value
            best = max(best, value)
            kept += 1
        if depth + 1 < longest:
            depth += 1
            bar = floor if every else max(floor, best - slack, best_first[path[0]])
            width[depth] = _branch(
                grid, reach[depth], path, depth, reaching, bar, children[depth], ceilings[depth]
            )
            turn[depth] = 0
    ceiling = best
    for level in range(depth + 1):
        if turn[level] < width[level]:
            ceiling = max(ceiling, ceilings[level, turn[level]])
    found = np.flatnonzero(values > floor)
    return Found(values[found], lengths[found], nodes[found], options[found], ceiling, complete)


@uncounted
def longest_duty(grid):  # type: ignore[no-untyped-def]
    """Most stops that a duty of the class can make."""
    shortest = max(1, least_of(grid.minutes))
    instant = 0
    for node in range(grid.request.size):
        instant += grid.minutes[grid.first[node]] == 0
    most: int = min(grid.request.size, instant + grid.horizon // shortest)
    return most


@uncounted
def _branch(grid, reach, path, depth, reaching, bar, children, ceilings):  # type: ignore[no-untyped-def]
    """List the nodes that can follow, most promising first; return how many."""
    here = grid.depot if depth == 0 else grid.place[path[depth - 1]]
    soonest = 0
    while soonest < grid.horizon and reach[soonest] <= NEVER / 2:
        soonest += 1
    top = reach[grid.horizon]
    width = 0
    for node in range(grid.request.size):
        leg = grid.legs[here, grid.place[node]]
        cost = grid.km_cost[here, grid.place[node]]
        ahead = reaching[node]
        if soonest + leg > grid.horizon or top + ahead[soonest + leg] - cost <= bar:
            continue
        if _visited(grid, path, depth, node):
            continue
        most = NEVER
        for t in range(soonest, grid.horizon - leg + 1):
            most = max(most, reach[t] + ahead[t + leg])
        if most - cost > bar:
            at = width
            while at > 0 and ceilings[at - 1] < most - cost:
                children[at], ceilings[at] = children[at - 1], ceilings[at - 1]
                at -= 1
            children[at], ceilings[at] = node, most - cost
            width += 1
    return width


@uncounted
def _visited(grid, path, depth, node):  # type: ignore[no-untyped-def]
    for level in range(depth):  # noqa: SIM110
        if grid.request[path[level]] == grid.request[node]:
            return True
    return False


@uncounted
def _extend(grid, gain, path, depth, before, after):  # type: ignore[no-untyped-def]
    """Value-over-minute of leaving the last node of the path, from that of the node before."""
    node = path[depth]
    here = grid.depot if depth == 0 else grid.place[path[depth - 1]]
    leg = grid.legs[here, grid.place[node]]
    cost = grid.km_cost[here, grid.place[node]]
    after[:] = NEVER
    earliest = max(leg, grid.opens[node])
    for option in range(grid.first[node], grid.first[node + 1]):
        minutes = grid.minutes[option]
        value = gain[option] - cost
        for end in range(earliest + minutes, grid.closes[node] + 1):
            after[end] = max(after[end], before[end - minutes - leg] + value)
    for t in range(1, grid.horizon + 1):
        after[t] = max(after[t], after[t - 1])


@uncounted
def _finish(grid, node, reach):  # type: ignore[no-untyped-def]
    """Worth of going home from the node."""
    here = grid.place[node]
    home = grid.horizon - grid.legs[here, grid.depot]
    return reach[home] - grid.km_cost[here, grid.depot] if home >= 0 else NEVER


@uncounted
def _trace(grid, gain, path, depth, reach, options):  # type: ignore[no-untyped-def]
    """Options along the path that give its best worth, found backwards."""
    latest = grid.horizon - grid.legs[grid.place[path[depth]], grid.depot]
    for level in range(depth, -1, -1):
        node = path[level]
        here = grid.depot if level == 0 else grid.place[path[level - 1]]
        leg = grid.legs[here, grid.place[node]]
        earliest = max(leg, grid.opens[node])
        most, choice, left = NEVER, -1, 0
        for option in range(grid.first[node], grid.first[node + 1]):
            minutes = grid.minutes[option]
            end = min(latest, grid.closes[node])
            if end >= earliest + minutes:
                value = reach[level, end - minutes - leg] + gain[option]
                if value > most:
                    most, choice, left = value, option, end - minutes - leg
        options[level] = choice
        latest = left
