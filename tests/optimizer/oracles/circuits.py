"""A second exact model of the whole problem: CP-SAT circuits, one for each team and date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from optimizer.plan import Duty
from optimizer.problem import Pin, Problem
from tests.optimizer.oracles.enumeration import timed
from tests.optimizer.oracles.slots import DEPOT, Slot, slots

SCALE = 10_000
"""Score points are counted in ten-thousandths: CP-SAT takes whole numbers only."""


@dataclass(frozen=True)
class Answer:
    """What CP-SAT found.

    Attributes
    ----------
    duties
        The best plan's duties, or None if no plan meets the pins or none was found in time.
    proved
        Whether both levels are proved best.
    """

    duties: tuple[Duty, ...] | None
    missed: int
    score: float
    proved: bool


def solve_circuits(
    problem: Problem, seconds: float, workers: int = 1, seed: int = 0, nearest: int | None = None
) -> Answer:
    """Best plan by both levels at once (a promise outweighs every score).

    ``nearest`` keeps only legs to so many nearest sites: smaller, but then no longer exact.
    """
    model = cp_model.CpModel()
    team_days = list(slots(problem, model, nearest))
    _couple(problem, model, team_days)
    for pin in problem.pins:
        model.add_bool_or(list(_meeting(model, team_days, pin)))
    missed, score = _missed(problem, model, team_days), _score(problem, model, team_days)
    model.maximize(score - missed * _span(problem))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(None, 0, 0.0, status == cp_model.INFEASIBLE)
    return Answer(
        tuple(_duties(problem, solver, team_days)),
        solver.value(missed),
        solver.value(score) / SCALE,
        status == cp_model.OPTIMAL,
    )


def _couple(problem: Problem, model: cp_model.CpModel, team_days: Sequence[Slot]) -> None:
    for day in problem.days:
        today = [slot for slot in team_days if slot.day == day]
        for car in problem.vehicles:
            model.add_at_most_one(s.vehicles[car.id] for s in today if car.id in s.vehicles)
        for depot in problem.depots:
            ready = sum(k.depot == depot.id and day.date in k.dates for k in problem.kits)
            here = [slot for slot in today if slot.team.depot == depot.id]
            model.add(sum(n * lit for s in here for n, lit in s.kits.items()) <= ready)
        for request in problem.requests:
            model.add(_visits(today, request.id) <= request.max_duties_per_day)
    for request in problem.requests:
        model.add(_people(team_days, request.id) <= request.people)
        if request.fixed_minutes is not None:
            model.add(_visits(team_days, request.id) <= 1)


def _visits(team_days: Sequence[Slot], name: str) -> cp_model.LinearExprT:
    return sum(slot.visits[name] for slot in team_days if name in slot.visits)


def _people(team_days: Sequence[Slot], name: str) -> cp_model.LinearExprT:
    return sum(slot.people[name] for slot in team_days if name in slot.people)


def _meeting(
    model: cp_model.CpModel, team_days: Sequence[Slot], pin: Pin
) -> Iterator[cp_model.IntVar]:
    for slot in team_days:
        wrong = pin.date not in (None, slot.day.date) or pin.team not in (None, slot.team.id)
        if wrong or pin.request not in slot.visits:
            continue
        met = model.new_bool_var("pin")
        model.add_implication(met, slot.visits[pin.request])
        if pin.vehicle is not None:
            model.add(met <= slot.vehicles.get(pin.vehicle, 0))
        if pin.people is not None:
            model.add(slot.people[pin.request] == pin.people).only_enforce_if(met)
        yield met


def _missed(
    problem: Problem, model: cp_model.CpModel, team_days: Sequence[Slot]
) -> cp_model.LinearExprT:
    missed = []
    for request in problem.requests:
        if request.must_serve:
            late = model.new_bool_var("missed")
            served = _people(team_days, request.id)
            model.add(served >= request.people).only_enforce_if(~late)
            missed.append(late)
    return sum(missed)


def _score(
    problem: Problem, model: cp_model.CpModel, team_days: Sequence[Slot]
) -> cp_model.LinearExprT:
    goal, km = problem.objective, problem.travel.km
    place = {request.id: request.location for request in problem.requests}
    score: cp_model.LinearExprT = 0
    for request in problem.requests:
        value = round(goal.value_per_person * request.weight * SCALE)
        score += value * _people(team_days, request.id)
    for slot in team_days:
        score -= round(goal.cost_per_duty * SCALE) * slot.out
        here = {**place, DEPOT: problem.depot[slot.team.depot].location}
        for (origin, target), arc in slot.arcs.items():
            score -= round(goal.cost_per_km * km[here[origin], here[target]] * SCALE) * arc
    for name, date in sorted(problem.promised_dates):
        today = [s.visits[name] for s in team_days if s.day.date == date and name in s.visits]
        change = model.new_bool_var("change")
        model.add_bool_or(change, *today)
        score -= round(goal.cost_per_change * SCALE) * change
    return score


def _span(problem: Problem) -> int:
    """More than the difference of any two scores."""
    goal, ways = problem.objective, len(problem.days) * len(problem.teams)
    value = goal.value_per_person * sum(r.weight * r.people for r in problem.requests)
    longest = float(problem.travel.km.max()) * (len(problem.requests) + 1)
    costs = ways * (goal.cost_per_duty + goal.cost_per_km * longest)
    changes = goal.cost_per_change * len(problem.promised_dates)
    return round((value + costs + changes + 1) * SCALE)


def _duties(
    problem: Problem, solver: cp_model.CpSolver, team_days: Sequence[Slot]
) -> Iterator[Duty]:
    used: set[tuple[object, str]] = set()
    for slot in team_days:
        if not solver.boolean_value(slot.out):
            continue
        date, home = slot.day.date, slot.team.depot
        count = next(n for n, lit in slot.kits.items() if solver.boolean_value(lit))
        car = next(name for name, lit in slot.vehicles.items() if solver.boolean_value(lit))
        ready = [k.id for k in problem.kits if k.depot == home and date in k.dates]
        kits = [kit for kit in ready if (date, kit) not in used][:count]
        used |= {(date, kit) for kit in kits}
        visits = [
            (problem.request[name], solver.value(slot.people[name]))
            for name in _order(solver, slot)
        ]
        duty = timed(problem, slot.day, slot.team, problem.vehicle[car], kits, visits)
        assert duty is not None
        yield replace(duty, km=round(duty.km, 2))


def _order(solver: cp_model.CpSolver, slot: Slot) -> Iterator[str]:
    following = {a: b for (a, b), arc in slot.arcs.items() if solver.boolean_value(arc)}
    here = following[DEPOT]
    while here != DEPOT:
        yield here
        here = following[here]
