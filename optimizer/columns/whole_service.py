"""In how many stops a request can be served wholly, if it can be at all.

A stop serves at most what fits between the soonest arrival and the latest departure, even if the
duty does little else. Travel need not be metric: another stop may be on a shorter way.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from optimizer.columns.grid import Grid, Ints
from optimizer.problem import Request


def largest_stops(shape: tuple[int, int], grids: Iterable[tuple[int, Grid]]) -> Ints:
    """The most people that one stop can serve, by request and day; 0 where none fits.

    Parameters
    ----------
    shape
        Numbers of requests and of days.
    grids
        Day and arrays of every duty class.
    """
    most = np.zeros(shape, dtype=np.int64)
    for day, grid in grids:
        np.maximum.at(most[:, day], grid.request, _sizes(grid))
    return most


def fewest_stops(requests: Sequence[Request], largest: Ints) -> Mapping[int, int]:
    """The fewest stops that serve each must-serve request wholly, where that can be done.

    Parameters
    ----------
    largest
        The most people of one stop, shape ``(requests, days)``.
    """
    wanted = (index for index, request in enumerate(requests) if request.must_serve)
    found = {index: _fewest(requests[index], map(int, largest[index])) for index in wanted}
    return {index: stops for index, stops in found.items() if stops is not None}


def _fewest(request: Request, sizes: Iterable[int]) -> int | None:
    """So many of the largest stops that they suffice, unless each of them is then too small."""
    left, stops = request.people, 0
    for size in sorted(filter(None, sizes), reverse=True):
        for _ in range(request.max_duties_per_day):
            left, stops = left - size, stops + 1
            if left <= 0:
                return stops if stops * request.fewest <= request.people else None
    return None


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
