"""In how many stops each request can be served wholly, if it can be at all.

A stop serves at most what fits between the soonest arrival and the latest departure, even if the
duty does nothing else; travel need not be metric, so both go by way of other places where that is
shorter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from optimizer.columns.grid import Grid, Ints
from optimizer.problem import Request


def fewest_stops(
    requests: Sequence[Request], grids: Iterable[tuple[int, Grid]]
) -> Mapping[int, int]:
    """The fewest stops that serve a request wholly, by request; those that cannot be are left out.

    Parameters
    ----------
    grids
        Day and arrays of every duty class.
    """
    most = _most_people(grids)
    found = {}
    for index, request in enumerate(requests):
        sizes = sorted(most[index].values(), reverse=True)
        stops = _fewest(request, [n for n in sizes for _ in range(request.max_duties_per_day)])
        if stops is not None:
            found[index] = stops
    return found


def _fewest(request: Request, sizes: Iterable[int]) -> int | None:
    """So many of the largest stops that they suffice, unless each of them is then too small."""
    left = request.people
    for stops, size in enumerate(sizes, 1):
        left -= size
        if left <= 0:
            return stops if stops * request.fewest <= request.people else None
    return None


def _most_people(grids: Iterable[tuple[int, Grid]]) -> Mapping[int, dict[int, int]]:
    """The most people that one stop can serve, by request and day."""
    most: Mapping[int, dict[int, int]] = defaultdict(dict)
    for day, grid in grids:
        for node, people in enumerate(_sizes(grid)):
            own = most[int(grid.request[node])]
            own[day] = max(int(people), own.get(day, 0))
    return most


def _sizes(grid: Grid) -> Ints:
    """The most people of a stop at each node, 0 where none fits, shape ``(n,)``."""
    between = grid.legs[np.ix_(grid.place, grid.place)]
    least = grid.minutes[grid.first[:-1]]
    soonest = _soonest(grid.legs[grid.depot, grid.place], grid.opens + least, least, between)
    back, shut = grid.legs[grid.place, grid.depot], grid.horizon - grid.closes
    latest = grid.horizon - _soonest(back, shut + least, least, between.T)
    room = np.minimum(grid.closes, latest) - np.maximum(grid.opens, soonest)
    people = np.zeros(room.size, np.int64)
    for node, minutes in enumerate(room):
        options = slice(grid.first[node], grid.first[node + 1])
        fitting = np.searchsorted(grid.minutes[options], minutes, side="right")
        people[node] = grid.people[options][fitting - 1] if fitting else 0
    return people


def _soonest(direct: Ints, served: Ints, least: Ints, between: Ints) -> Ints:
    """Minute at which each node is reached at best, after other stops if that is sooner.

    Parameters
    ----------
    direct
        Minute of arrival from the depot.
    served
        First minute at which the shortest service can end, travel aside.
    least
        Minutes of the shortest service.
    between
        Minutes from node to node.
    """
    reached = direct
    while True:
        ends = np.maximum(reached + least, served)
        sooner = np.minimum(reached, (ends[:, None] + between).min(axis=0))
        if (sooner == reached).all():
            return reached
        reached = sooner
