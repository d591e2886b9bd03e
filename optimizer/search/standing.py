"""What still holds of the previous plan: its duties, manned as they were where that can be."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from optimizer.columns.column import Column, Sequence
from optimizer.columns.resources import Slot, TeamGroup, VehicleGroup
from optimizer.columns.week import Week
from optimizer.master.manning import Manned, usable_slots
from optimizer.plan import Duty, Stop
from optimizer.schedule import Crew, print_duty
from optimizer.search.stock import Stock

Group = TeamGroup | VehicleGroup
Member = tuple[dt.date, str]


def standing_duties(week: Week) -> tuple[Manned, ...]:
    """Duties of the previous plan whose team, vehicle and number of kits are still there.

    A stop that is asked for no more, or whose hours have changed, is left out; a request that
    asks for fewer people is served for so many.
    """
    left = Counter({request.id: request.people for request in week.problem.requests})
    homes, slots, stock = _homes(week), _slots(week), Stock(week)
    found: list[Manned] = []
    for duty in week.problem.previous:
        slot = slots.get(_crew(homes, duty))
        if slot is None or not stock.free(slot):
            continue
        column = _column(week, slot, duty, left)
        if column is not None:
            stock.take(slot)
            left.subtract({week.problem.requests[r].id: n for r, n in week.stops_of(column)})
            found.append((column, slot))
    return tuple(found)


def _homes(week: Week) -> dict[Member, Group]:
    """Group of every team and vehicle on every date."""
    held = week.resources
    groups: list[tuple[Group, tuple[str, ...]]] = [*held.teams.items(), *held.vehicles.items()]
    return {(group.date, name): group for group, names in groups for name in names}


def _slots(week: Week) -> dict[object, Slot]:
    return {(slot.team, slot.vehicle, slot.duty_class.kits): slot for slot in usable_slots(week)}


def _crew(homes: Mapping[Member, Group], duty: Duty) -> object:
    team, vehicle = homes.get((duty.date, duty.team)), homes.get((duty.date, duty.vehicle))
    return team, vehicle, len(duty.kits)


def _column(week: Week, slot: Slot, duty: Duty, left: Mapping[str, int]) -> Column | None:
    """The duty as far as it can still be made, or None."""
    c = week.class_index[slot.duty_class]
    stops = [
        (node, people)
        for stop in duty.stops
        if (node := _node(week, c, stop)) is not None
        and (people := min(stop.people, left[stop.request], week.most_people(c, node))) > 0
    ]
    if not stops:
        return None
    nodes = tuple(node for node, _ in stops)
    column = Column(Sequence(c, nodes), tuple(people for _, people in stops))
    return column if print_duty(week, column, Crew("", "", ())) else None


def _node(week: Week, c: int, stop: Stop) -> int | None:
    """The node of the window in which the stop was made, None if it is not open any more."""
    grid, duty_class = week.grids[c], week.classes[c]
    clock = week.problem.day[duty_class.date].clock
    start, end = (clock.working(minute) for minute in (stop.start, stop.end))
    leave = clock.working(duty_class.shift.open)
    for node, request in enumerate(grid.request):
        if week.problem.requests[request].id != stop.request:
            continue
        if grid.opens[node] <= start - leave and end - leave <= grid.closes[node]:
            return node
    return None
