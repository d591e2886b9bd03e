"""A peer's routes made into a plan, with every benefit of the doubt.

Portions of one request in one duty become one stop, people are left out where the duty would be
late or a rule would break, and every stop is then filled up with as many as still fit.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from optimizer.check.claims import true_score
from optimizer.plan import Duty, Plan, Unserved
from optimizer.problem import Problem, Request
from tests.benchmarks.crews import Outing, Portion
from tests.optimizer.oracles.enumeration import timed

Route = tuple[Outing, Sequence[Portion]]
Visits = list[tuple[Request, int]]


def plan_of(problem: Problem, routes: Sequence[Route], seconds: float) -> Plan:
    """A valid plan of a peer's routes."""
    left = {request.id: request.people for request in problem.requests}
    visited: Counter[tuple[str, object]] = Counter()
    duties = []
    for outing, portions in routes:
        date = outing.day.date
        visits = [v for v in _merged(portions) if visited[v[0].id, date] < v[0].max_duties_per_day]
        duty = _in_time(problem, outing, visits, left)
        if duty:
            duty = _filled(problem, outing, duty, left)
            duties.append(duty)
            for stop in duty.stops:
                left[stop.request] -= stop.people
                visited[stop.request, date] += 1
    return _complete(problem, tuple(duties), left, seconds)


def _merged(portions: Sequence[Portion]) -> Visits:
    people: Counter[str] = Counter()
    for portion in portions:
        people[portion.request.id] += portion.people
    requests = {portion.request.id: portion.request for portion in portions}
    return [(requests[name], count) for name, count in people.items()]


def _in_time(problem: Problem, outing: Outing, visits: Visits, left: dict[str, int]) -> Duty | None:
    """The duty stop by stop, each for as many of its people as are in time."""
    kept: Visits = []
    best = None
    for request, people in visits:
        fewest = max(request.fewest, 1)
        for served in range(min(max(people, fewest), left[request.id]), fewest - 1, -1):
            duty = _timed(problem, outing, [*kept, (request, served)])
            if duty:
                best, kept = duty, [*kept, (request, served)]
                break
    return best


def _timed(problem: Problem, outing: Outing, visits: Visits) -> Duty | None:
    return timed(problem, outing.day, outing.team, outing.vehicle, list(outing.kits), visits)


def _filled(problem: Problem, outing: Outing, duty: Duty, left: dict[str, int]) -> Duty:
    for number, stop in enumerate(duty.stops):
        least, most = stop.people, left[stop.request]
        while least < most:
            middle = (least + most + 1) // 2
            visits = [(problem.request[s.request], s.people) for s in duty.stops]
            visits[number] = (visits[number][0], middle)
            longer = _timed(problem, outing, visits)
            if longer:
                duty, least = longer, middle
            else:
                most = middle - 1
    return duty


def _complete(
    problem: Problem, duties: tuple[Duty, ...], left: dict[str, int], seconds: float
) -> Plan:
    rounded = tuple(replace(duty, km=round(duty.km, 2)) for duty in duties)
    unserved = tuple(Unserved(name, "…", people) for name, people in left.items() if people)
    missed = sum(request.must_serve and left[request.id] > 0 for request in problem.requests)
    plan = Plan(problem.week, "feasible", missed, 0.0, None, seconds, rounded, unserved)
    return replace(plan, score=round(float(true_score(problem, plan)), 2))
