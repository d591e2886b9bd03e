"""One duty class as flat arrays of whole working minutes, for the compiled pricing.

A *node* is one window of one request. Minute 0 of a grid is the start of the shift; the last
minute, ``horizon``, is its end. An *option* of a node is a number of people and the minutes that
they take.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.resources import DutyClass, open_span
from optimizer.problem import Problem, Request

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Grid(NamedTuple):
    """What the compiled functions know of a duty class.

    Attributes
    ----------
    horizon
        Working minutes of the shift.
    request, place
        Request index and location of each node, shape ``(n,)``.
    opens, closes
        First minute of service and last minute of its end, shape ``(n,)``.
    first
        Options of node ``i`` are ``first[i]:first[i + 1]``, shape ``(n + 1,)``.
    people, minutes
        Head-count and duration of each option, ascending within a node, shape ``(o,)``.
    depot
        Location that the duty leaves from and returns to.
    legs, km_cost
        Whole minutes and cost between locations, shape ``(l, l)``.
    """

    horizon: int
    request: Ints
    place: Ints
    opens: Ints
    closes: Ints
    first: Ints
    people: Ints
    minutes: Ints
    depot: int
    legs: Ints
    km_cost: Floats


def only(grid: Grid, nodes: Ints) -> tuple[Grid, Ints]:
    """The class with these nodes only, and which options are left.

    Parameters
    ----------
    nodes
        Ascending.
    """
    number = np.diff(grid.first)[nodes]
    first = np.append(0, np.cumsum(number))
    options = np.arange(first[-1]) + np.repeat(grid.first[nodes] - first[:-1], number)
    left = grid._replace(
        request=grid.request[nodes],
        place=grid.place[nodes],
        opens=grid.opens[nodes],
        closes=grid.closes[nodes],
        first=first,
        people=grid.people[options],
        minutes=grid.minutes[options],
    )
    return left, options


def stop_minutes(request: Request, people: int, kits: int) -> int:
    """Working minutes of a stop, exact: ``setup + ceil(people * minutes_per_person / kits)``."""
    return _minutes(_Pace.of(request), people, kits)


class _Pace(NamedTuple):
    """What the length of a request's stops depends on."""

    fewest: int
    people: int
    setup: int
    fixed: int | None
    numerator: int
    denominator: int

    @classmethod
    def of(cls, request: Request) -> "_Pace":
        rate = request.minutes_per_person.as_integer_ratio()
        size = request.fewest, request.people
        return cls(*size, request.setup_minutes, request.fixed_minutes, *rate)


def _minutes(pace: _Pace, people: int, kits: int) -> int:
    if pace.fixed is not None:
        return pace.fixed
    return pace.setup - (-people * pace.numerator // (pace.denominator * kits))


def build_grid(problem: Problem, duty_class: DutyClass) -> Grid:
    """Lay a duty class out in arrays; nodes without a possible stop are left out."""
    clock = problem.day[duty_class.date].clock
    start = clock.working(duty_class.shift.open)
    horizon = clock.working(duty_class.shift.close) - start
    nodes: list[tuple[int, int, int, int]] = []
    options: list[Sequence[tuple[int, int]]] = []
    for index in sorted(duty_class.requests):
        request = problem.requests[index]
        ways = _options(_Pace.of(request), duty_class.kits, horizon)
        for window in request.windows[duty_class.date]:
            free = open_span(clock, window)
            if free is None:
                continue
            opens = max(clock.working(free.open) - start, 0)
            closes = min(clock.working(free.close) - start, horizon)
            fitting = [way for way in ways if way[1] <= closes - opens]
            if fitting:
                nodes.append((index, request.location, opens, closes))
                options.append(fitting)
    columns = np.array(nodes, dtype=np.int64).reshape(-1, 4).T.copy()
    flat = np.array([way for ways in options for way in ways], dtype=np.int64).reshape(-1, 2)
    return Grid(
        horizon=horizon,
        request=columns[0],
        place=columns[1],
        opens=columns[2],
        closes=columns[3],
        first=np.cumsum([0, *map(len, options)], dtype=np.int64),
        people=flat[:, 0].copy(),
        minutes=flat[:, 1].copy(),
        depot=problem.depot[duty_class.depot].location,
        legs=problem.travel.whole_minutes,
        km_cost=problem.objective.cost_per_km * problem.travel.km,
    )


@lru_cache(maxsize=1 << 14)
def _options(pace: _Pace, kits: int, horizon: int) -> tuple[tuple[int, int], ...]:
    """People and minutes of every stop that fits into a shift; the same for many classes."""
    ways = []
    for people in range(pace.fewest, pace.people + 1):
        minutes = _minutes(pace, people, kits)
        if minutes > horizon:
            break
        ways.append((people, minutes))
    return tuple(ways)
