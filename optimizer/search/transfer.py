"""Manned duties of one week as duties of another in which the same people go to the same sites."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Generic

from optimizer.columns.column import Sequence as Visits
from optimizer.columns.resources import Group, group_of
from optimizer.columns.week import Week
from optimizer.master.manning import Manned


def transferred(duties: Sequence[Manned], source: Week, target: Week) -> tuple[Manned, ...]:
    """Rewrite duties in the classes and nodes of another week.

    Parameters
    ----------
    duties
        Duties of ``source``.
    source, target
        Weeks over the same dates, one of which asks for or holds less than the other.

    Raises
    ------
    KeyError
        If the target has no such crew or stop.
    """
    teams = _Roll(source.resources.teams, target.resources.teams)
    vehicles = _Roll(source.resources.vehicles, target.resources.vehicles)
    slots = target.resources.slot_of
    nodes = cache(partial(_node_of_stop, target))
    moved = []
    for column, slot in duties:
        crew = (teams.call(slot.team), vehicles.call(slot.vehicle), slot.duty_class.kits)
        c = target.class_index[slots[crew].duty_class]
        there, stops = nodes(c), _stops(source, column.sequence)
        visits = Visits(c, tuple(there[stop] for stop in stops))
        moved.append((replace(column, sequence=visits), slots[crew]))
    return tuple(moved)


class _Roll(Generic[Group]):
    """Calls up, for a group of the source, a group of the target with a member not yet called."""

    def __init__(
        self, source: Mapping[Group, tuple[str, ...]], target: Mapping[Group, tuple[str, ...]]
    ) -> None:
        home = group_of(target)
        self._calls: dict[Group, Iterator[Group]] = {
            group: iter([home[group.date, n] for n in names if (group.date, n) in home])
            for group, names in source.items()
        }

    def call(self, group: Group) -> Group:
        found = next(self._calls[group], None)
        if found is None:
            raise KeyError(group)
        return found


Stop = tuple[str, int, int]
"""Request and window of a node."""


def _stops(week: Week, sequence: Visits) -> Iterator[Stop]:
    """Stops of a sequence in visiting order."""
    grid = week.grids[sequence.duty_class]
    for node in sequence.nodes:
        request = week.problem.requests[grid.request[node]].id
        yield request, int(grid.opens[node]), int(grid.closes[node])


def _node_of_stop(week: Week, duty_class: int) -> dict[Stop, int]:
    """Every stop that a class can make, with its node."""
    grid = week.grids[duty_class]
    every = Visits(duty_class, tuple(range(grid.request.size)))
    return {stop: node for node, stop in enumerate(_stops(week, every))}
