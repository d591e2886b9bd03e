"""One team on one date as a circuit of optional stops, for CP-SAT; no columns.

Time runs in working minutes, so breaks are holes of length zero.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from optimizer.problem import Day, Problem, Request, Team, Vehicle

Literal = cp_model.IntVar


@dataclass
class Slot:
    """Decisions of one team on one date.

    Attributes
    ----------
    out
        Whether the team goes out.
    vehicles, kits
        Which vehicle it takes; how many kits.
    visits, people
        Which requests it visits, for how many people, by request id.
    drives
        Literal and locations of every leg.
    """

    day: Day
    team: Team
    out: Literal
    vehicles: dict[str, Literal]
    kits: dict[int, Literal]
    visits: dict[str, Literal] = field(default_factory=dict)
    people: dict[str, cp_model.IntVar] = field(default_factory=dict)
    arcs: dict[tuple[str, str], Literal] = field(default_factory=dict)


DEPOT = ""


def slots(problem: Problem, model: cp_model.CpModel, nearest: int | None = None) -> Iterator[Slot]:
    """Every team on every date it works and has a vehicle and a kit."""
    for day in problem.days:
        for team in problem.teams:
            cars = [car for car in problem.vehicles if _fits(car, team, day)]
            ready = sum(k.depot == team.depot and day.date in k.dates for k in problem.kits)
            most = min(team.operators, ready, max((car.kit_slots for car in cars), default=0))
            if day.date in team.shifts and most > 0:
                yield _slot(problem, model, day, team, cars, most, nearest)


def _fits(car: Vehicle, team: Team, day: Day) -> bool:
    return car.depot == team.depot and team.crew <= car.seats and day.date in car.dates


def _slot(
    problem: Problem,
    model: cp_model.CpModel,
    day: Day,
    team: Team,
    cars: Sequence[Vehicle],
    most: int,
    nearest: int | None,
) -> Slot:
    out = model.new_bool_var("out")
    vehicles = {car.id: model.new_bool_var("vehicle") for car in cars}
    kits = {count: model.new_bool_var("kits") for count in range(1, most + 1)}
    model.add(sum(vehicles.values()) == out)
    model.add(sum(kits.values()) == out)
    for car in cars:
        for count, chosen in kits.items():
            if count > car.kit_slots:
                model.add_bool_or(~chosen, ~vehicles[car.id])
    slot = Slot(day, team, out, vehicles, kits)
    starts, lengths = {}, {}
    for request in problem.requests:
        fit = [car.id for car in cars if _serves(request, team, car)]
        if fit and _spans(day, request):
            stop = _stop(model, slot, request, fit)
            starts[request.id], lengths[request.id] = stop
    _circuit(problem, model, slot, starts, lengths, nearest)
    return slot


def _serves(request: Request, team: Team, car: Vehicle) -> bool:
    return request.services <= team.services | car.services and car.kind in request.vehicle_kinds


def _spans(day: Day, request: Request) -> list[tuple[int, int]]:
    """Windows in working minutes, less those that lie strictly inside a break."""
    windows = request.windows.get(day.date, ())
    return [
        (day.clock.working(w.open), day.clock.working(w.close))
        for w in windows
        if not any(b.open < w.open and w.close < b.close for b in day.breaks)
    ]


def _stop(
    model: cp_model.CpModel, slot: Slot, request: Request, fit: Sequence[str]
) -> tuple[cp_model.IntVar, cp_model.IntVar]:
    """Start and length of an optional stop."""
    spans = _spans(slot.day, request)
    visit = slot.visits[request.id] = model.new_bool_var("visit")
    people = slot.people[request.id] = model.new_int_var(0, request.people, "people")
    start = model.new_int_var(min(a for a, _ in spans), max(b for _, b in spans), "start")
    length = model.new_int_var(0, 1440, "length")
    model.add_bool_or(~visit, *(slot.vehicles[name] for name in fit))
    model.add(people == 0).only_enforce_if(~visit)
    model.add(people >= request.fewest).only_enforce_if(visit)
    _within_one_window(model, visit, start, length, spans)
    for kits, chosen in slot.kits.items():
        if request.fixed_minutes is not None:
            model.add(length >= request.fixed_minutes).only_enforce_if(visit)
        else:
            pace = Fraction(request.minutes_per_person) / kits
            work = (length - request.setup_minutes) * pace.denominator
            model.add(work >= people * pace.numerator).only_enforce_if(visit, chosen)
    return start, length


def _within_one_window(
    model: cp_model.CpModel,
    visit: Literal,
    start: cp_model.IntVar,
    length: cp_model.IntVar,
    spans: Sequence[tuple[int, int]],
) -> None:
    inside = [model.new_bool_var("window") for _ in spans]
    model.add_bool_or(~visit, *inside)
    for (opens, closes), chosen in zip(spans, inside, strict=True):
        model.add(start >= opens).only_enforce_if(chosen)
        model.add(start + length <= closes).only_enforce_if(chosen)


def _circuit(
    problem: Problem,
    model: cp_model.CpModel,
    slot: Slot,
    starts: dict[str, cp_model.IntVar],
    lengths: dict[str, cp_model.IntVar],
    nearest: int | None,
) -> None:
    minutes = problem.travel.whole_minutes
    place = {name: problem.request[name].location for name in starts}
    place[DEPOT] = problem.depot[slot.team.depot].location
    shift = slot.team.shifts[slot.day.date]
    begin, finish = slot.day.clock.working(shift.open), slot.day.clock.working(shift.close)
    node = {name: number for number, name in enumerate(place)}
    loops = [(node[name], node[name], ~visit) for name, visit in slot.visits.items()]
    loops.append((node[DEPOT], node[DEPOT], ~slot.out))
    for origin in place:
        for target in _targets(minutes, place, origin, nearest):
            arc = slot.arcs[origin, target] = model.new_bool_var("drive")
            leaves = begin if origin == DEPOT else starts[origin] + lengths[origin]
            latest = finish if target == DEPOT else starts[target]
            leg = int(minutes[place[origin], place[target]])
            model.add(leaves + leg <= latest).only_enforce_if(arc)
    drives = [(node[a], node[b], arc) for (a, b), arc in slot.arcs.items()]
    model.add_circuit([*loops, *drives])


def _targets(
    minutes: NDArray[np.int64], place: dict[str, int], origin: str, nearest: int | None
) -> list[str]:
    """Where a drive may lead; always to and from the depot."""
    others = [name for name in place if name != origin]
    if nearest is None or origin == DEPOT:
        return others
    others.sort(key=lambda name: int(minutes[place[origin], place[name]]))
    return [name for number, name in enumerate(others) if name == DEPOT or number < nearest]
