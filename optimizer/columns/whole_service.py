"""In how many stops a request can be served wholly, if it can be at all.

A stop serves at most what fits between the soonest arrival and the latest departure, even if the
duty does little else. Travel need not be metric: another stop may be on a shorter way.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from optimizer.columns.grid import Grid, Ints
from optimizer.problem import Request


def fewest_stops(
    requests: Sequence[Request], wanted: Iterable[int], grids: Iterable[tuple[int, Grid]]
) -> Mapping[int, int]:
    """The fewest stops that serve each wanted request wholly; those that cannot be are left out.

    Parameters
    ----------
    requests, wanted
        All requests, and the indices of those asked about.
    grids
        Day and arrays of every duty class.
    """
    most: dict[int, dict[int, int]] = {index: {} for index in wanted}
    if most:
        for day, grid in grids:
            _note_largest(grid, day, most)
    found = {index: _fewest(requests[index], sizes.values()) for index, sizes in most.items()}
    return {index: stops for index, stops in found.items() if stops is not None}


def _fewest(request: Request, sizes: Iterable[int]) -> int | None:
    """So many of the largest stops that they suffice, unless each of them is then too small."""
    left, stops = request.people, 0
    for size in sorted(sizes, reverse=True):
        for _ in range(request.max_duties_per_day):
            left, stops = left - size, stops + 1
            if left <= 0:
                return stops if stops * request.fewest <= request.people else None
    return None


def _note_largest(grid: Grid, day: int, most: Mapping[int, dict[int, int]]) -> None:
    """Note the most people that one stop can serve, by request and day."""
    nodes = np.flatnonzero(np.isin(grid.request, list(most)))
    for request, people in zip(grid.request[nodes], _sizes(grid)[nodes], strict=True):
        if people:
            own = most[int(request)]
            own[day] = max(int(people), own.get(day, 0))


def _sizes(grid: Grid) -> Ints:
    """The most people of a stop at each node, 0 where none fits, shape ``(n,)``."""
    between = grid.legs[np.ix_(grid.place, grid.place)]
    first, options = grid.first[:-1], np.diff(grid.first)
    least = grid.minutes[first]
    soonest = _soonest(grid.legs[grid.depot, grid.place], grid.opens, least, between)
    back = _soonest(grid.legs[grid.place, grid.depot], grid.horizon - grid.closes, least, between.T)
    room = np.minimum(grid.closes, grid.horizon - back) - np.maximum(grid.opens, soonest)
    fitting = np.add.reduceat((grid.minutes <= np.repeat(room, options)).astype(np.int64), first)
    return np.where(fitting > 0, grid.people[first + np.maximum(fitting - 1, 0)], 0)


def _soonest(direct: Ints, opens: Ints, least: Ints, between: Ints) -> Ints:
    """Minute at which each node is reached at best, after other stops if that is sooner.

    Parameters
    ----------
    direct
        Minute of arrival from the depot.
    opens, least
        First minute of service, and minutes of the shortest.
    between
        Minutes from node to node.
    """
    reached = direct
    while True:
        ends = np.maximum(reached, opens) + least
        sooner = np.minimum(reached, (ends[:, None] + between).min(axis=0))
        if (sooner == reached).all():
            return reached
        reached = sooner
