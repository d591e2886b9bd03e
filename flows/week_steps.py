"""The steps of a week as plain functions; ``flows.weekly`` tells their story to Prefect."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.assemble import assemble, places_of
from data.itineraries.book import WeekBook
from data.itineraries.papers import PaperFault, papers
from data.kenduren import sessions, shortfall
from data.requests import Request
from data.store import StoredPlan
from flows.files import json_text, replaced_folder
from flows.workplace import Workplace
from optimizer.check import Violation, check
from optimizer.plan import Plan
from optimizer.plan_file import plan_document
from optimizer.problem import Problem
from optimizer.problem_file import problem_document
from optimizer.result import Listener, Result
from optimizer.solve import Limits, solve


class InvalidPlan(Exception):
    """The checker refuses a plan; carries every violation."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__("rencana melanggar aturan:\n" + "\n".join(map(str, violations)))


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
    with place.store() as store:
        open_requests = store.open_requests()
        promised = store.people_promised(place.office.regency_code, except_week=week)
        last_held = store.sessions_held(before=week)
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
    """Search for the best plan."""
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


def save_draft(place: Workplace, asked: Asked, plan: Plan) -> StoredPlan:
    """Keep the plan as the week's newest draft, whole or not at all."""
    short = shortfall(asked.requests, plan)
    with place.store() as store:
        return store.save_draft(
            asked.problem,
            plan,
            asked.requests,
            place.now(),
            asked.travel_note,
            (short,) if short else (),
        )


def week_book(place: Workplace, stored: StoredPlan) -> WeekBook:
    """A stored plan with everything its papers say; a published one with its letters' numbers."""
    names = place.planning.fleet.names
    numbers = _letter_numbers(place, stored) if stored.state == "published" else {}
    return WeekBook(
        office=place.head,
        problem=stored.problem,
        plan=stored.plan,
        requests={request.id: request for request in stored.requests},
        teams=names,
        vehicles=names,
        version=stored.version,
        state=stored.state,
        made_at=stored.made_at,
        travel_note=stored.travel_note,
        warnings=stored.warnings,
        letter_numbers=numbers,
    )


def _letter_numbers(place: Workplace, stored: StoredPlan) -> dict[str, str]:
    with place.store() as store:
        messages = store.messages(stored.regency, stored.week)
    return {message.subject: message.number for message in messages if message.number}


def print_papers(place: Workplace, stored: StoredPlan) -> tuple[Path, tuple[PaperFault, ...]]:
    """Write the week's folder: both files of the optimizer and every paper.

    A paper that fails is reported and takes no other with it. What is published has a folder of
    its own, which no later draft writes to.
    """
    printed = papers(week_book(place, stored))
    published = stored.state == "published"
    folder = place.settings.week_folder(f"{stored.week}-terbit" if published else stored.week)
    with replaced_folder(folder) as staging:
        (staging / "problem.json").write_text(json_text(problem_document(stored.problem)))
        (staging / "plan.json").write_text(json_text(plan_document(stored.plan)))
        for paper in printed.files:
            (staging / paper.path).parent.mkdir(parents=True, exist_ok=True)
            (staging / paper.path).write_bytes(paper.content)
    return folder, printed.faults
