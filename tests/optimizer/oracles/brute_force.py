"""The true optimum by enumerating all plans, merged where they can no longer differ.

Days meet only in the people served, the pins met and the score; so it is enough to keep, after
each day, the best score of every reachable pair of the first two.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from optimizer.plan import Duty
from optimizer.problem import Day, Problem
from tests.optimizer.oracles.enumeration import day_duties

People = tuple[int, ...]
Pins = frozenset[int]
State = tuple[People, Pins]


@dataclass(frozen=True)
class Best:
    """Best score of a state and the duties that reach it."""

    score: float
    duties: tuple[Duty, ...]


def best_by_missed(problem: Problem) -> Mapping[int, Best]:
    """Best plan for every reachable number of missed promises; empty if no plan meets the pins."""
    states = {(_nobody(problem), Pins()): Best(0.0, ())}
    for day in problem.days:
        states = _merge(problem, states, list(_day_plans(problem, day)))
    found: dict[int, Best] = {}
    for (people, pins), best in states.items():
        if len(pins) == len(problem.pins):
            _keep(found, _missed(problem, people), best)
    return found


def _nobody(problem: Problem) -> People:
    return (0,) * len(problem.requests)


def _missed(problem: Problem, people: People) -> int:
    pairs = zip(problem.requests, people, strict=True)
    return sum(request.must_serve and served < request.people for request, served in pairs)


def _keep(table: dict, key: object, best: Best) -> None:
    if key not in table or best.score > table[key].score:
        table[key] = best


def _merge(
    problem: Problem, states: Mapping[State, Best], plans: Sequence[tuple[State, Best]]
) -> dict[State, Best]:
    merged: dict[State, Best] = {}
    for (before, pins), sofar in states.items():
        for (today, more), best in plans:
            people = tuple(a + b for a, b in zip(before, today, strict=True))
            if _allowed(problem, people):
                total = Best(sofar.score + best.score, sofar.duties + best.duties)
                _keep(merged, (people, pins | more), total)
    return merged


def _allowed(problem: Problem, people: People) -> bool:
    return all(n <= r.people for n, r in zip(people, problem.requests, strict=True))


def _day_plans(problem: Problem, day: Day) -> Iterator[tuple[State, Best]]:
    """The best plan of one day for each (people, pins), changes of that day included."""
    duties: dict[str, list[Duty]] = {team.id: [] for team in problem.teams}
    for duty in _undominated(problem, day_duties(problem, day)):
        duties[duty.team].append(duty)
    found: dict[State, Best] = {}
    for plan in _combinations(problem, list(duties.values())):
        people = _people(problem, plan)
        if _allowed(problem, people) and _visits_allowed(problem, plan):
            _keep(found, (people, _met(problem, plan)), Best(_score(problem, day, plan), plan))
    yield from found.items()


def _undominated(problem: Problem, duties: Iterator[Duty]) -> Iterator[Duty]:
    """One duty, the shortest, of those that serve the same people with the same resources."""
    shortest: dict[object, Duty] = {}
    for duty in duties:
        served = frozenset((stop.request, stop.people) for stop in duty.stops)
        key = (duty.team, duty.vehicle, duty.kits, served)
        if key not in shortest or duty.km < shortest[key].km:
            shortest[key] = duty
    return iter(shortest.values())


def _combinations(
    problem: Problem, choices: Sequence[Sequence[Duty]], plan: tuple[Duty, ...] = ()
) -> Iterator[tuple[Duty, ...]]:
    if not choices:
        yield plan
        return
    yield from _combinations(problem, choices[1:], plan)
    for duty in choices[0]:
        free = _free_kits(problem, plan, duty)
        if duty.vehicle not in {other.vehicle for other in plan} and len(free) >= len(duty.kits):
            equipped = replace(duty, kits=tuple(free[: len(duty.kits)]))
            yield from _combinations(problem, choices[1:], (*plan, equipped))


def _free_kits(problem: Problem, plan: Sequence[Duty], duty: Duty) -> list[str]:
    used = {kit for other in plan for kit in other.kits}
    home = problem.team[duty.team].depot
    ready = (k.id for k in problem.kits if k.depot == home and duty.date in k.dates)
    return list(islice((kit for kit in ready if kit not in used), len(duty.kits)))


def _people(problem: Problem, plan: Sequence[Duty]) -> People:
    served = Counter[str]()
    for duty in plan:
        for stop in duty.stops:
            served[stop.request] += stop.people
    return tuple(served[request.id] for request in problem.requests)


def _visits_allowed(problem: Problem, plan: Sequence[Duty]) -> bool:
    visits = Counter(stop.request for duty in plan for stop in duty.stops)
    return all(visits[r.id] <= r.max_duties_per_day for r in problem.requests)


def _met(problem: Problem, plan: Sequence[Duty]) -> Pins:
    return frozenset(
        number
        for number, pin in enumerate(problem.pins)
        for duty in plan
        for stop in duty.stops
        if pin.request == stop.request
        and pin.date in (None, duty.date)
        and pin.team in (None, duty.team)
        and pin.vehicle in (None, duty.vehicle)
        and pin.people in (None, stop.people)
    )


def _score(problem: Problem, day: Day, plan: Sequence[Duty]) -> float:
    goal = problem.objective
    stops = [stop for duty in plan for stop in duty.stops]
    weighted = sum(problem.request[stop.request].weight * stop.people for stop in stops)
    promised = {request for request, date in problem.promised_dates if date == day.date}
    changes = len(promised - {stop.request for stop in stops})
    return (
        goal.value_per_person * weighted
        - goal.cost_per_km * sum(duty.km for duty in plan)
        - goal.cost_per_duty * len(plan)
        - goal.cost_per_change * changes
    )
