"""Pricing: the best duties of each class at given prices."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from heapq import nlargest

import numpy as np

from optimizer.columns.arcs import Among
from optimizer.columns.column import Column, Sequence
from optimizer.columns.completion import completion_bounds
from optimizer.columns.grid import Floats, Grid, Ints, only
from optimizer.columns.long_duties import LongDuties, is_long
from optimizer.columns.points import points_of
from optimizer.columns.prices import Prices, option_gains
from optimizer.columns.screening import Screens, most_through, screens_of
from optimizer.columns.search import Found, search_duties
from optimizer.columns.week import Week

MANY = 60
"""With fewer nodes, completion bounds of all take no longer than to see which are of use."""
ROUNDING = 1e-9
"""The same gains summed up in another order may differ by this share of the largest."""
NO_STOPS = np.zeros((0, 1), np.int64)
NOTHING = Found(np.zeros(0), np.zeros(0, np.int64), NO_STOPS, NO_STOPS, -np.inf, complete=True)


@dataclass(frozen=True, slots=True)
class Priced:
    """What pricing says of one class.

    Attributes
    ----------
    columns
        Duties above the floor, with their worth at the prices.
    ceiling
        No duty of the class is worth more at the prices (the duty's own cost aside).
    complete
        Whether nothing above the floor was left out for want of effort or room.
    """

    columns: tuple[Column, ...]
    values: tuple[float, ...]
    ceiling: float
    complete: bool

    def best(self, most: int) -> Iterable[Column]:
        """The columns worth most, so many of them."""
        if len(self.columns) <= most:
            return self.columns
        ranked = nlargest(most, range(len(self.columns)), key=self.values.__getitem__)
        return [self.columns[one] for one in ranked]


@dataclass(frozen=True, slots=True)
class Search:
    """How hard a class is searched; see ``search_duties`` and ``LongDuties``.

    Attributes
    ----------
    nodes
        Only so many nodes are looked at, those of the best duties, where duties have few stops.
    """

    slack: float = np.inf
    room: int = 0
    effort: int = 2_000_000
    every: bool = False
    thorough: bool = False
    nodes: int = 1 << 30


@dataclass(frozen=True)
class Pricer:
    """Prices the classes of a week on several threads.

    Attributes
    ----------
    each
        ``map``, of a pool of threads or the plain one; the compiled code runs without the
        interpreter's lock.
    among
        The only arcs that duties with many stops may use, by class; all where nothing is said.
        Ceilings hold for such duties only.
    """

    week: Week
    each: Callable[..., Iterable[Priced]]
    among: Mapping[int, Among] = field(default_factory=dict)

    def price(self, prices: Prices, floors: Floats, search: Search) -> list[Priced]:
        """Search every class for duties worth more than its floor, shape ``(classes,)``."""
        classes = range(len(self.week.classes))
        one = partial(self._one, prices=prices, search=search)
        return list(self.each(one, classes, map(float, floors)))

    def list_points(self, prices: Prices, floors: Floats, room: int) -> list[Priced]:
        """List every duty worth more than its class's floor, all head-counts of it."""
        classes = range(len(self.week.classes))
        one = partial(self._points, prices=prices, room=room)
        return list(self.each(one, classes, map(float, floors)))

    def further(self, prices: Prices, floors: Floats, number: int) -> dict[int, Among]:
        """Arcs not among those in use that may be in a duty worth more than its class's floor.

        Parameters
        ----------
        number
            Most arcs for each class; those come first that are worth most.
        """
        effort = Search().effort
        return {
            c: long.further(option_gains(self.week, c, prices), float(floors[c]), number, effort)
            for c, long in self._long.items()
        }

    def _one(self, duty_class: int, floor: float, prices: Prices, search: Search) -> Priced:
        grid = self.week.grids[duty_class]
        gains = option_gains(self.week, duty_class, prices)
        found = self._search(duty_class, gains, floor, search)
        columns = tuple(
            _column(grid, duty_class, nodes[:length], options[:length])
            for nodes, options, length in zip(
                found.nodes, found.options, found.lengths, strict=True
            )
        )
        values = tuple(map(float, found.values))
        return Priced(columns, values, max(float(found.ceiling), floor), bool(found.complete))

    def _points(self, duty_class: int, floor: float, prices: Prices, room: int) -> Priced:
        if duty_class in self._long:
            return self._one(duty_class, floor, prices, Search(room=room, every=True))
        grid = self.week.grids[duty_class]
        gains = option_gains(self.week, duty_class, prices)
        found = self._search(duty_class, gains, floor, Search(room=room, every=True))
        rows, options, values, complete = points_of(
            grid, gains, found.nodes, found.lengths, floor, room
        )
        columns = (
            tuple(
                _column(grid, duty_class, found.nodes[row, :length], chosen[:length])
                for row, chosen, length in zip(
                    rows, options[: len(rows)], found.lengths[rows], strict=True
                )
            )
            if complete
            else ()
        )
        return Priced(columns, tuple(map(float, values)), np.inf, bool(found.complete and complete))

    @cached_property
    def _long(self) -> dict[int, LongDuties]:
        """The searches of classes with many stops."""
        return {
            c: LongDuties(grid, self.among.get(c))
            for c, grid in enumerate(self.week.grids)
            if is_long(grid)
        }

    @cached_property
    def _screens(self) -> dict[int, Screens]:
        """Screens of classes with many nodes but few stops."""
        grids = enumerate(self.week.grids)
        return screens_of({c: g for c, g in grids if g.request.size >= MANY and not is_long(g)})

    def _search(self, duty_class: int, gains: Floats, floor: float, search: Search) -> Found:
        if duty_class in self._long:
            long = self._long[duty_class]
            if search.every:
                return long.every(gains, floor, search.room, search.effort)
            return long.best(gains, floor, search.effort, thorough=search.thorough)
        grid = self.week.grids[duty_class]
        screens = self._screens.get(duty_class)
        if screens is None:
            return _search(grid, gains, floor, search)
        through = most_through(screens, gains)
        bar = max(floor, _nth_largest(through, search.nodes))
        margin = ROUNDING * max(1.0, float(np.abs(gains).max()))
        nodes = np.flatnonzero(through > bar - margin)
        if nodes.size == 0:
            return NOTHING._replace(ceiling=bar, complete=bar == floor)
        part, options = only(grid, nodes)
        found = _search(part, gains[options], floor, search)
        ceiling, complete = max(found.ceiling, bar), found.complete and bar == floor
        return found._replace(
            nodes=nodes[found.nodes],
            options=options[found.options],
            ceiling=ceiling,
            complete=complete,
        )


def _nth_largest(values: Floats, n: int) -> float:
    """Minus infinity if there are not more than so many."""
    return -np.inf if values.size <= n else float(np.partition(values, -n)[-n])


def _search(grid: Grid, gains: Floats, floor: float, search: Search) -> Found:
    bounds = completion_bounds(grid, gains)
    room = max(search.room, grid.request.size)
    found: Found = search_duties(
        grid, gains, bounds, floor, search.slack, room, search.effort, search.every
    )
    return found


def _column(grid: Grid, duty_class: int, nodes: Ints, options: Ints) -> Column:
    return Column(
        Sequence(duty_class, tuple(map(int, nodes))), tuple(map(int, grid.people[options]))
    )
