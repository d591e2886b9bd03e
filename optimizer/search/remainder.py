"""The rest of the week: what can still be chosen when some duties are kept.

The rest is a planning problem again, a smaller one, so whatever solves a week solves it.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import compress

from optimizer.columns.column import Column
from optimizer.columns.resources import TeamGroup, VehicleGroup
from optimizer.columns.week import Week, compile_week
from optimizer.master.manning import Manned, usable_slots
from optimizer.plan import Duty
from optimizer.problem import Pin, Request
from optimizer.schedule import Crew, print_duty
from optimizer.search.transfer import transferred

Names = dict[dt.date, set[str]]


@dataclass(frozen=True)
class Remainder:
    """A smaller week: what is left beside kept duties, or some of the requests.

    Attributes
    ----------
    whole, rest
        The week itself, and the smaller one.
    """

    whole: Week
    rest: Week

    def adopt(self, manned: Sequence[Manned]) -> tuple[Manned, ...]:
        """Duties of the rest as duties of the whole week."""
        return transferred(manned, self.rest, self.whole)

    def adopt_columns(self, columns: Iterable[Column]) -> Iterator[Column]:
        """Duties of the rest as duties of the whole week, made by one of the crews that can."""
        crew = {self.rest.class_index[slot.duty_class]: slot for slot in usable_slots(self.rest)}
        for column in columns:
            ((adopted, _),) = self.adopt([(column, crew[column.sequence.duty_class])])
            yield adopted

    def release(self, manned: Sequence[Manned]) -> tuple[Manned, ...]:
        """Freed duties of the whole week as duties of the rest."""
        return transferred(manned, self.whole, self.rest)

    def only(self, manned: Sequence[Manned]) -> tuple[Manned, ...]:
        """What duties of the whole week do in the rest, where they can go without the others."""
        names = {request.id for request in self.rest.problem.requests}
        left = ((_only(self.whole, column, names), slot) for column, slot in manned)
        return self.release(tuple((column, slot) for column, slot in left if column is not None))


def asked_only(week: Week, names: Set[str]) -> Remainder:
    """The week with no other requests than these."""
    asked = tuple(request for request in week.problem.requests if request.id in names)
    return Remainder(week, compile_week(replace(week.problem, requests=asked)))


def _only(week: Week, column: Column, names: Set[str]) -> Column | None:
    """The stops of a duty at these requests; None if there are none, or they end too late."""
    requests = week.requests_of(column.sequence)
    asked = [week.problem.requests[request].id in names for request in requests]
    nodes = tuple(compress(column.sequence.nodes, asked))
    kept = Column(replace(column.sequence, nodes=nodes), tuple(compress(column.people, asked)))
    return kept if nodes and print_duty(week, kept, Crew("", "", ())) is not None else None


def remainder(week: Week, kept: Sequence[Manned], dates: frozenset[dt.date]) -> Remainder:
    """What is left on the dates when the duties are kept.

    Parameters
    ----------
    week
        The compiled week.
    kept
        Duties that stay, on these dates and others.
    dates
        Dates on which teams, vehicles and kits without a kept duty may be used.
    """
    problem = week.problem
    teams, vehicles, kits = _free(week, kept, dates)
    requests = tuple(_open_requests(week, kept, dates))
    names = {request.id for request in requests}
    rest = replace(
        problem,
        days=tuple(day for day in problem.days if day.date in dates),
        teams=tuple(
            replace(team, shifts={d: s for d, s in team.shifts.items() if team.id in teams[d]})
            for team in problem.teams
        ),
        vehicles=tuple(
            replace(car, dates=frozenset(d for d in car.dates if car.id in vehicles[d]))
            for car in problem.vehicles
        ),
        kits=tuple(
            replace(kit, dates=frozenset(d for d in kit.dates if kit.id in kits[d]))
            for kit in problem.kits
        ),
        requests=requests,
        pins=tuple(_open_pins(week, kept, names)),
        previous=tuple(_open_promises(week, kept, dates)),
    )
    return Remainder(week, compile_week(rest))


def _free(
    week: Week, kept: Sequence[Manned], dates: frozenset[dt.date]
) -> tuple[Names, Names, Names]:
    """Names of teams, vehicles and kits without a duty, by date; equals stand in for equals."""
    teams: Counter[TeamGroup] = Counter(slot.team for _, slot in kept)
    vehicles: Counter[VehicleGroup] = Counter(slot.vehicle for _, slot in kept)
    taken: Counter[tuple[dt.date, str]] = Counter()
    for _, slot in kept:
        taken[slot.duty_class.date, slot.duty_class.depot] += slot.duty_class.kits
    held = week.resources
    return (
        _left(dates, ((t.date, names, teams[t]) for t, names in held.teams.items())),
        _left(dates, ((v.date, names, vehicles[v]) for v, names in held.vehicles.items())),
        _left(dates, ((place[0], names, taken[place]) for place, names in held.kits.items())),
    )


def _left(
    dates: frozenset[dt.date], groups: Iterable[tuple[dt.date, tuple[str, ...], int]]
) -> Names:
    left: Names = defaultdict(set)
    for date, names, used in groups:
        if date in dates:
            left[date].update(names[used:])
    return left


def _stops(week: Week, kept: Iterable[Manned]) -> Iterable[tuple[int, int, int]]:
    """(request, day, people) of every stop."""
    for column, _ in kept:
        yield from week.visits_of(column)


def _open_requests(
    week: Week, kept: Sequence[Manned], dates: frozenset[dt.date]
) -> Iterable[Request]:
    """Requests with enough people left for a stop on a date with visits left."""
    served: Counter[int] = Counter()
    visits: Counter[tuple[int, dt.date]] = Counter()
    for request, day, people in _stops(week, kept):
        served[request] += people
        visits[request, week.problem.days[day].date] += 1
    for index, asked in enumerate(week.problem.requests):
        left = asked.people - served[index]
        most = asked.max_duties_per_day
        open_on = {
            date: windows
            for date, windows in asked.windows.items()
            if date in dates and visits[index, date] < most
        }
        if left >= max(1, asked.fewest) and open_on:
            most -= max(visits[index, date] for date in open_on)
            yield replace(asked, people=left, windows=open_on, max_duties_per_day=most)


def _open_pins(week: Week, kept: Sequence[Manned], names: set[str]) -> Iterable[Pin]:
    for index, pin in enumerate(week.problem.pins):
        met = any(week.meets(index, column) for column, _ in kept)
        if pin.request in names and not met:
            yield pin


def _open_promises(week: Week, kept: Sequence[Manned], dates: frozenset[dt.date]) -> Iterable[Duty]:
    problem = week.problem
    done = {
        (problem.requests[request].id, problem.days[day].date)
        for request, day, _ in _stops(week, kept)
    }
    for duty in problem.previous:
        stops = tuple(stop for stop in duty.stops if (stop.request, duty.date) not in done)
        if duty.date in dates and stops:
            yield replace(duty, stops=stops)
