"""The steps of a week as plain functions; ``flows.weekly`` tells their story to Prefect."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.assemble import assemble, places_of
from data.kenduren import sessions, shortfall
from data.requests import Kind, Request
from data.store import StoredPlan
from data.week_warnings import week_warnings
from flows.workplace import Workplace
from optimizer.check import Violation, check
from optimizer.plan import Plan
from optimizer.problem import Problem
from optimizer.ready import make_ready
from optimizer.result import Listener, Result
from optimizer.solve import Limits, solve


class InvalidPlan(Exception):
    """The checker refuses a plan; carries every violation."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__(self.violations)  # what pickle gives the constructor in another process

    def __str__(self) -> str:
        return "rencana melanggar aturan:\n" + "\n".join(map(str, self.violations))


@dataclass(frozen=True, slots=True)
class Asked:
    """The week's problem and the records behind it."""

    problem: Problem
    requests: tuple[Request, ...]
    travel_note: str


def gather_requests(place: Workplace, week: str) -> tuple[Request, ...]:
    """Open letters, leftovers of earlier weeks among them, and the week's Kenduren Mas sessions.

    People promised in other weeks are not asked for again.
    """
    regency = place.office.regency_code
    with place.store() as store:
        open_requests = store.open_requests(regency)
        promised = store.people_promised(regency, except_week=week)
        last_held = store.sessions_held(regency, before=week)
    letters = (_less(request, promised.get(request.id, 0)) for request in open_requests)
    kecamatan = place.gazetteer.kecamatan
    waiting = (request for request in letters if request.people_left > 0)
    return (*waiting, *sessions(kecamatan, week, last_held, place.sessions))


def _less(request: Request, people: int) -> Request:
    return request.model_copy(update={"people_left": max(0, request.people_left - people)})


def build_problem(place: Workplace, week: str, requests: Sequence[Request]) -> Asked:
    """Calendar, fleet, travel and requests as the optimizer's problem."""
    places = places_of(place.planning.fleet, requests, place.upland)
    with place.store() as store:
        table = place.travel(store).matrix(places)
        published = store.published_plan(place.office.regency_code, week)
    previous = published.plan.duties if published else ()
    problem = assemble(place.planning, week, requests, table.travel, previous=previous)
    return Asked(problem, tuple(requests), table.note)


def find_plan(problem: Problem, seconds: float, seed: int, listener: Listener) -> Result:
    """Search for the best plan; what is compiled before does not count as search."""
    make_ready(problem)
    return solve(problem, Limits(seconds=seconds), seed, listener)


def refuse_invalid(problem: Problem, plan: Plan) -> None:
    """Let only a plan pass that breaks no rule.

    Raises
    ------
    InvalidPlan
        With every violation.
    """
    violations = check(problem, plan)
    if violations:
        raise InvalidPlan(violations)


def save_draft(
    place: Workplace, asked: Asked, plan: Plan, *, only_first: bool = False
) -> StoredPlan:
    """Keep the plan as the week's newest draft, whole or not at all.

    With ``only_first`` a week that has a plan keeps it; gives the plan the week has then.
    """
    letters = [request for request in asked.requests if request.kind is not Kind.KENDUREN_MAS]
    doubts = week_warnings(place.planning, asked.problem.week, letters)
    short = shortfall(asked.requests, plan)
    warnings = (*doubts, short) if short else doubts
    with place.store() as store:
        return store.save_draft(
            asked.problem,
            plan,
            asked.requests,
            place.now(),
            asked.travel_note,
            warnings,
            only_first=only_first,
        )
