"""All ways to serve one request over the week: which days, how many stops, how many people each."""

from typing import NamedTuple

import numpy as np

from optimizer.columns.completion import NEVER
from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import compiled


class Service(NamedTuple):
    """What the stops of a request may be.

    Attributes
    ----------
    people, fewest
        People of the request, and the fewest of one stop.
    largest
        The most people of one stop on each day, shape ``(days,)``; 0 where there is no stop.
    stops
        The most stops on one day.
    """

    people: int
    fewest: int
    largest: Ints
    stops: int


@compiled
def dearest_pattern(service, price, everyone):  # type: ignore[no-untyped-def]
    """Find the stops that pay most.

    Parameters
    ----------
    service : Service
        What they may be.
    price : Floats
        What a stop pays by day and people, shape ``(days, people + 1)``.
    everyone : bool
        Whether all people must be served; otherwise any number may be.

    Returns
    -------
    paid : float
        In all; ``NEVER`` where there is no such pattern.
    stops : Ints
        People of each stop, shape ``(days, stops)``, 0 where there is none.
    """
    days, people = service.largest.size, service.people
    paid = np.full(people + 1, NEVER)
    paid[0] = 0.0
    chosen = np.zeros((days, service.stops, people + 1), np.int64)
    for day in range(days):
        for stop in range(service.stops):
            before = paid.copy()
            for size in range(service.fewest, min(people, service.largest[day]) + 1):
                for total in range(size, people + 1):
                    value = before[total - size] + price[day, size]
                    if value > paid[total]:
                        paid[total] = value
                        chosen[day, stop, total] = size
    left = people if everyone else int(np.argmax(paid))
    most = paid[left]
    stops = np.zeros((days, service.stops), np.int64)
    for day in range(days - 1, -1, -1):
        for stop in range(service.stops - 1, -1, -1):
            stops[day, stop] = chosen[day, stop, left]
            left -= stops[day, stop]
    return most, stops


def smoothed(marks: Ints, people: int) -> Floats:
    """How much each head-count counts as each mark, linear in between.

    Returns
    -------
    Floats
        Shape ``(people + 1, marks)``; rows add up to one.
    """
    counts = np.arange(people + 1.0)
    each = np.eye(marks.size)
    return np.column_stack([np.interp(counts, marks, own) for own in each])
