"""What still holds of the previous plan: its duties, manned as they were where that can be."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from optimizer.columns.column import Column, Sequence
from optimizer.columns.resources import Slot, group_of
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.plan import Duty, Stop
from optimizer.schedule import Crew, print_duty
from optimizer.search.stock import Stock


def standing_duties(week: Week) -> tuple[Manned, ...]:
    """Duties of the previous plan whose team, vehicle and number of kits are still there.

    A stop that is asked for no more, whose hours have changed, or that would serve too few is
    left out; a request that asks for fewer people is served for so many.
    """
    standing = _Standing(week)
    return tuple(standing.duties())


class _Standing:
    """The previous plan taken over duty by duty."""

    def __init__(self, week: Week) -> None:
        self._week = week
        self._index = {request.id: n for n, request in enumerate(week.problem.requests)}
        self._left = Counter(dict(enumerate(map(int, week.requested))))
        self._visits: Counter[tuple[int, dt.date]] = Counter()
        self._stock = Stock(week)

    def duties(self) -> Iterator[Manned]:
        held = self._week.resources
        teams, vehicles = group_of(held.teams), group_of(held.vehicles)
        for duty in self._week.problem.previous:
            team, vehicle = (duty.date, duty.team), (duty.date, duty.vehicle)
            if team in teams and vehicle in vehicles:
                slot = held.slot_of.get((teams[team], vehicles[vehicle], len(duty.kits)))
                column = self._taken(slot, duty) if slot and self._stock.free(slot) else None
                if slot and column:
                    self._stock.take(slot)
                    yield column, slot

    def _taken(self, slot: Slot, duty: Duty) -> Column | None:
        """The duty as far as it can still be made, or None; its people are served then."""
        c = self._week.class_index.get(slot.duty_class)
        if c is None:  # the class can serve nobody
            return None
        stops = {
            self._index[stop.request]: (node, people)
            for stop in duty.stops
            if stop.request in self._index
            and (node := self._node(c, stop)) is not None
            and (people := self._people(c, node, stop, duty.date))
        }
        nodes, counts = (tuple(pair[n] for pair in stops.values()) for n in (0, 1))
        column = Column(Sequence(c, nodes), counts)
        if not stops or print_duty(self._week, column, Crew("", "", ())) is None:
            return None
        for request, (_, served) in stops.items():
            self._left[request] -= served
            self._visits[request, duty.date] += 1
        return column

    def _people(self, c: int, node: int, stop: Stop, date: dt.date) -> int:
        """How many the stop serves; 0 if it cannot be made for so few, or not again that day."""
        index = self._index[stop.request]
        asked, left = self._week.problem.requests[index], self._left[index]
        if self._visits[index, date] >= asked.max_duties_per_day:
            return 0
        wanted = stop.people if asked.fixed_minutes is None else asked.people
        people = min(wanted, left, self._week.most_people(c, node))
        return people if people >= asked.fewest else 0

    def _node(self, c: int, stop: Stop) -> int | None:
        """The node of the window in which the stop was made, None if it is not open any more."""
        grid, duty_class = self._week.grids[c], self._week.classes[c]
        clock = self._week.problem.day[duty_class.date].clock
        leave = clock.working(duty_class.shift.open)
        start, end = (clock.working(minute) - leave for minute in (stop.start, stop.end))
        for node, request in enumerate(grid.request):
            inside = grid.opens[node] <= start and end <= grid.closes[node]
            if inside and request == self._index[stop.request]:
                return node
        return None
