"""Completion bounds: the best that any duty can still gain, by node and minute.

Backward dynamic programming over (node, minute) in which every head-count is an arc. A node may
be visited again (the relaxation of elementarity), so the values bound every elementary duty.
Time runs down in blocks no longer than the shortest service: within a block no service ends where
another of the block begins, so the inner loops run over contiguous minutes.

References
----------
Christofides, Mingozzi & Toth (1981), doi:10.1007/BF01589353 (state-space relaxation);
Righini & Salani (2008), doi:10.1002/net.20212 (bounding in elementary pricing).
"""

import numpy as np

from optimizer.columns.grid import Floats, Grid
from optimizer.compiled import compiled, uncounted

NEVER = -1e30


@compiled
def completion_bounds(grid: Grid, gain: Floats) -> tuple[Floats, Floats]:
    """Best gain still possible from each node and minute on.

    Parameters
    ----------
    grid
        The duty class.
    gain
        Value of each option at present prices, shape ``(o,)``.

    Returns
    -------
    reaching, leaving
        Best gain when the duty reaches node ``i`` at minute ``t`` (its service included), and
        when it leaves there; shape ``(n, horizon + 1)``.
    """
    nodes = grid.request.size
    reaching = np.full((nodes, grid.horizon + 1), NEVER)
    leaving = np.full((nodes, grid.horizon + 1), NEVER)
    block, rounds = _steps(grid)
    high = grid.horizon
    while high >= 0:
        low = max(0, high - block + 1)
        for _ in range(rounds):
            for node in range(nodes):
                _serve(grid, gain, node, low, high, leaving[node], reaching[node])
            best_first = np.argsort(-reaching[:, low])
            for node in range(nodes):
                _leave(grid, node, low, high, best_first, reaching, leaving[node])
        high = low - 1
    return reaching, leaving


@uncounted
def _steps(grid: Grid) -> tuple[int, int]:
    """Length of a block, and how often stops without duration may follow each other in it."""
    shortest = grid.horizon + 1
    instant = 0
    for node in range(grid.request.size):
        least = grid.minutes[grid.first[node]]
        shortest = min(shortest, least)
        instant += least == 0
    return max(1, shortest), 1 + instant


@uncounted
def _serve(grid, gain, node, low, high, leaving, reaching):  # type: ignore[no-untyped-def]
    """An option that takes longer than another and gains no more is passed over."""
    if high < grid.horizon:
        reaching[high] = max(reaching[high], reaching[high + 1])
    most, least = NEVER, reaching[high]
    for option in range(grid.first[node], grid.first[node + 1]):
        minutes, value = grid.minutes[option], gain[option]
        if value <= most:
            continue
        most = value
        first, last = max(low, grid.opens[node]), min(high, grid.closes[node] - minutes)
        if first > last or leaving[first + minutes] + value <= least:
            continue
        for t in range(first, last + 1):
            reaching[t] = max(reaching[t], leaving[t + minutes] + value)
    for t in range(high - 1, low - 1, -1):
        reaching[t] = max(reaching[t], reaching[t + 1])


@uncounted
def _leave(grid, node, low, high, best_first, reaching, leaving):  # type: ignore[no-untyped-def]
    """Values fall with time, so an end of the block tells whether a next stop can be of use."""
    here = grid.place[node]
    home = grid.horizon - grid.legs[here, grid.depot]
    if high < grid.horizon:
        for t in range(low, high + 1):
            leaving[t] = max(leaving[t], leaving[high + 1])
    for t in range(low, min(high, home) + 1):
        leaving[t] = max(leaving[t], -grid.km_cost[here, grid.depot])
    for other in best_first:
        ahead = reaching[other]
        if ahead[low] <= leaving[high]:
            break
        leg = grid.legs[here, grid.place[other]]
        cost = grid.km_cost[here, grid.place[other]]
        if low + leg > grid.horizon or ahead[low + leg] - cost <= leaving[high]:
            continue
        if grid.request[other] == grid.request[node]:
            continue
        for t in range(low, min(high, grid.horizon - leg) + 1):
            leaving[t] = max(leaving[t], ahead[t + leg] - cost)
