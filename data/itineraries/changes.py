"""What changed between two versions of a week's plan, as the sites see it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.itineraries.book import WeekBook
from data.itineraries.language import Language
from optimizer.plan import Duty, Plan


@dataclass(frozen=True, slots=True, order=True)
class PlannedVisit:
    """A visit as a site sees it; ``start`` and ``end`` are clock minutes."""

    date: dt.date
    start: int
    end: int
    team: str
    people: int


@dataclass(frozen=True, slots=True)
class VisitChange:
    """A request whose visits differ between two plans; either side may be empty."""

    request: str
    before: tuple[PlannedVisit, ...]
    after: tuple[PlannedVisit, ...]


def visit_changes(earlier: Iterable[Duty], later: Iterable[Duty]) -> tuple[VisitChange, ...]:
    """Requests whose visits differ, ordered by their first date."""
    before, after = visits_of(earlier), visits_of(later)
    changes = (
        VisitChange(request, before.get(request, ()), after.get(request, ()))
        for request in before.keys() | after.keys()
        if before.get(request) != after.get(request)
    )
    return tuple(sorted(changes, key=lambda c: ((*c.before, *c.after)[0], c.request)))


def planned_visits(plan: Plan) -> dict[str, tuple[PlannedVisit, ...]]:
    """Visits of each request in order of time."""
    return visits_of(plan.duties)


def visits_of(duties: Iterable[Duty]) -> dict[str, tuple[PlannedVisit, ...]]:
    """Visits of each request over some duties, in order of time."""
    visits = defaultdict(list)
    for duty in duties:
        for stop in duty.stops:
            visit = PlannedVisit(duty.date, stop.start, stop.end, duty.team, stop.people)
            visits[stop.request].append(visit)
    return {request: tuple(sorted(found)) for request, found in visits.items()}


def change_sentences(book: WeekBook, earlier: Plan, say: Language) -> tuple[str, ...]:
    """Each change since an earlier plan as one line: ``SMAN 1 Bangil: before → now``."""
    return tuple(
        f"{_site(book, change.request)}: "
        f"{_phrase(book, change.before, say)} → {_phrase(book, change.after, say)}"
        for change in visit_changes(earlier.duties, book.plan.duties)
    )


def _site(book: WeekBook, request: str) -> str:
    return book.requests[request].institution if request in book.requests else request


def _phrase(book: WeekBook, visits: Sequence[PlannedVisit], say: Language) -> str:
    return "; ".join(visit_phrase(book, visit, say) for visit in visits) or say("tidak dikunjungi")


def visit_phrase(book: WeekBook, visit: PlannedVisit, say: Language) -> str:
    """``Sel 1 Des, 07.36 WIB · Tim 2 · 110 orang``."""
    people = say("{people} orang", people=say.number(visit.people))
    team = book.teams.get(visit.team, visit.team)
    return f"{say.short_date(visit.date)}, {say.time(visit.start)} · {team} · {people}"
