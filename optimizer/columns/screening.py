"""Which nodes can be in a duty worth a thought: bounds over areas and coarse time, both ways.

Every duty stays possible, and is worth no less, where times and lengths are rounded down to
units, places are as near as their areas, and duties may visit a request again. So the most that
comes before a node and the most that comes with it and after bound all duties through it. What
is left are few nodes as a rule, for which the completion bounds are cheap.

References
----------
Baldacci, Mingozzi & Roberti (2011), doi:10.1287/opre.1110.0975 (bounds from both ends of a route);
Christofides, Mingozzi & Toth (1981), doi:10.1007/BF01589353 (state-space relaxation).
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from optimizer.columns.areas import Areas, areas_of, in_units
from optimizer.columns.completion import NEVER
from optimizer.columns.grid import Floats, Grid, Ints
from optimizer.compiled import compiled, uncounted

UNIT = 4
"""Minutes of a unit of time; fewer where stops are shorter than two of them."""


class Screen(NamedTuple):
    """A duty class over areas, in units of time; some of its options have become one.

    Attributes
    ----------
    horizon, opens, closes, first, minutes
        As in ``Grid``, in units.
    area
        Of each node, shape ``(n,)``.
    legs, km_cost
        Units and cost from area to area, shape ``(a, a)``.
    home, home_cost
        Units and cost from each area to the depot, shape ``(a,)``.
    """

    horizon: int
    opens: Ints
    closes: Ints
    first: Ints
    minutes: Ints
    area: Ints
    legs: Ints
    km_cost: Floats
    home: Ints
    home_cost: Floats


class Screens(NamedTuple):
    """Both directions of a class.

    Attributes
    ----------
    ahead, before
        The class, and the one that runs against the clock.
    options
        First option of the class that each of their options stands for, shape ``(o,)``.
    """

    ahead: Screen
    before: Screen
    options: Ints


def screens_of(grids: Mapping[int, Grid]) -> dict[int, Screens]:
    """Lay classes out over the areas of all their places, by number of the class.

    Those where some stop takes no time are left out.
    """
    if not grids:
        return {}
    places = np.unique(np.concatenate([grid.place for grid in grids.values()]))
    some = next(iter(grids.values()))
    areas = areas_of(some.legs, some.km_cost, places)
    units = {c: _unit(grid) for c, grid in grids.items()}
    laid = {unit: in_units(areas, unit) for unit in {*units.values()} if unit}
    return {c: _laid_out(grids[c], unit, laid[unit]) for c, unit in units.items() if unit}


def _unit(grid: Grid) -> int:
    """Minutes of a unit of time, none where some stop takes no time."""
    shortest = int(grid.minutes.min(initial=grid.horizon))
    return min(UNIT, max(1, shortest // 2)) if shortest else 0


def _laid_out(grid: Grid, unit: int, areas: Areas) -> Screens:
    minutes = grid.minutes // unit
    other = np.append(True, minutes[1:] != minutes[:-1])
    other[grid.first[:-1]] = True
    options = np.flatnonzero(other)
    ahead = Screen(
        horizon=grid.horizon // unit,
        opens=grid.opens // unit,
        closes=grid.closes // unit,
        first=np.searchsorted(options, grid.first).astype(np.int64),
        minutes=minutes[options],
        area=areas.area[grid.place],
        legs=areas.legs,
        km_cost=areas.km_cost,
        home=areas.back[:, grid.depot].copy(),
        home_cost=areas.back_cost[:, grid.depot].copy(),
    )
    before = ahead._replace(
        opens=ahead.horizon - ahead.closes,
        closes=ahead.horizon - ahead.opens,
        legs=areas.legs_back,
        km_cost=areas.km_back,
        home=areas.away[grid.depot].copy(),
        home_cost=areas.away_cost[grid.depot].copy(),
    )
    return Screens(ahead, before, options)


def most_through(screens: Screens, gain: Floats) -> Floats:
    """No duty through a node is worth more than this, km costs taken off; shape ``(n,)``.

    Parameters
    ----------
    gain
        Value of each option of the class at present prices, shape ``(o,)``.
    """
    most = np.maximum.reduceat(gain, screens.options)
    through: Floats = _most_through(screens.ahead, screens.before, most)
    return through


@compiled
def _most_through(ahead, before, gain):  # type: ignore[no-untyped-def]
    """A node is reached at a time that leaves what came before it the rest of the day."""
    reaching, _ = _bounds(ahead, gain)
    _, leaving = _bounds(before, gain)
    through = np.full(ahead.area.size, NEVER)
    for node in range(through.size):
        came = leaving[ahead.area[node]]
        for t in range(ahead.horizon + 1):
            through[node] = max(through[node], came[ahead.horizon - t] + reaching[node, t])
    return through


@compiled
def _bounds(screen, gain):  # type: ignore[no-untyped-def]
    """Best gain still possible when a duty reaches a node, and when it leaves an area.

    Blocks of time are no longer than the shortest stop, as in ``completion_bounds``.
    """
    nodes, areas = screen.area.size, screen.home.size
    reaching = np.full((nodes, screen.horizon + 1), NEVER)
    best = np.full((areas, screen.horizon + 1), NEVER)
    leaving = np.full((areas, screen.horizon + 1), NEVER)
    block = screen.minutes[screen.first[:-1]].min()
    high = screen.horizon
    while high >= 0:
        low = max(0, high - block + 1)
        for node in range(nodes):
            area = screen.area[node]
            _serve(screen, gain, node, low, high, leaving[area], reaching[node])
            _raise(best[area, low : high + 1], reaching[node, low : high + 1], 0.0)
        best_first = np.argsort(-best[:, low])
        for area in range(areas):
            _leave(screen, area, low, high, best_first, best, leaving[area])
        high = low - 1
    return reaching, leaving


@uncounted
def _serve(screen, gain, node, low, high, leaving, reaching):  # type: ignore[no-untyped-def]
    """Values fall with time: what is no better at the first minute is no better later."""
    opens, closes = max(low, screen.opens[node]), screen.closes[node]
    if high < screen.horizon:
        reaching[high] = reaching[high + 1]
    most, least = NEVER, reaching[high]
    for option in range(screen.first[node], screen.first[node + 1]):
        minutes, value = screen.minutes[option], gain[option]
        if value <= most:
            continue
        most = value
        last = min(high, closes - minutes)
        if opens > last or leaving[opens + minutes] + value <= least:
            continue
        _raise(reaching[opens : last + 1], leaving[opens + minutes : last + minutes + 1], value)
    for t in range(high - 1, low - 1, -1):
        reaching[t] = max(reaching[t], reaching[t + 1])


@uncounted
def _leave(screen, area, low, high, best_first, best, leaving):  # type: ignore[no-untyped-def]
    """As in ``completion_bounds``; the next stop may be in the same area."""
    legs, km_cost = screen.legs[area], screen.km_cost[area]
    if high < screen.horizon:
        leaving[low : high + 1] = leaving[high + 1]
    for t in range(low, min(high, screen.horizon - screen.home[area]) + 1):
        leaving[t] = max(leaving[t], -screen.home_cost[area])
    for other in best_first:
        ahead, leg, cost = best[other], legs[other], km_cost[other]
        if ahead[low] <= leaving[high]:
            break
        last = min(high, screen.horizon - leg)
        if low <= last and ahead[low + leg] - cost > leaving[high]:
            _raise(leaving[low : last + 1], ahead[low + leg : last + leg + 1], -cost)


@uncounted
def _raise(these, others, more):  # type: ignore[no-untyped-def]
    for t in range(these.size):
        found = others[t] + more
        these[t] = found if found > these[t] else these[t]
