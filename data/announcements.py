"""What a published plan says, and to whom: one announcement for each duty and each site.

Announcements of two versions are equal where the reader would read the same, so that a new
version tells only those whom it concerns.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from data.itineraries.changes import PlannedVisit, planned_visits
from data.itineraries.journey import duty_id
from data.kenduren import PREFIX
from optimizer.plan import Duty, Plan
from optimizer.problem import Problem


class Series(StrEnum):
    """Which paper announces; the first two are letters with a number of the register."""

    ASSIGNMENT = "surat_tugas"
    REPLY = "balasan"
    SESSION = "sesi"


NUMBERED = frozenset({Series.ASSIGNMENT, Series.REPLY})
SERIES_NAMES = {
    Series.ASSIGNMENT: "surat tugas",
    Series.REPLY: "surat balasan",
    Series.SESSION: "pemberitahuan sesi Kenduren Mas",
}


@dataclass(frozen=True, slots=True)
class Announcement:
    """One message of a plan.

    Attributes
    ----------
    subject
        Id of the duty (assignment) or of the request (reply, session).
    dates
        Days it announces; none: a cancelled duty, or a visit that cannot be had this week.
    content
        All that its reader learns, as text: equal content needs no second message.
    """

    series: Series
    subject: str
    dates: tuple[dt.date, ...]
    content: str


def announcements(problem: Problem, plan: Plan) -> tuple[Announcement, ...]:
    """Messages of a plan in a stable order: assignments, then replies and sessions."""
    return (*_assignments(plan), *_answers(problem, plan))


def cancelled(series: Series, subject: str, week: str) -> Announcement:
    """The message that nothing stands of what was announced."""
    return Announcement(series, subject, (), f"{week}: batal")


def _assignments(plan: Plan) -> Iterator[Announcement]:
    for duty in sorted(plan.duties, key=duty_id):
        yield Announcement(Series.ASSIGNMENT, duty_id(duty), (duty.date,), _duty_text(duty))


def _duty_text(duty: Duty) -> str:
    stops = "; ".join(f"{s.request} {s.arrive}-{s.start}-{s.end} {s.people}" for s in duty.stops)
    return f"{duty.date} {duty.vehicle} {','.join(duty.kits)} {duty.depart}-{duty.back}: {stops}"


def _answers(problem: Problem, plan: Plan) -> Iterator[Announcement]:
    visits = planned_visits(plan)
    for request in sorted(visits.keys() | problem.request.keys()):
        series = Series.SESSION if request.startswith(PREFIX) else Series.REPLY
        found = visits.get(request, ())
        dates = tuple(sorted({visit.date for visit in found}))
        yield Announcement(series, request, dates, _visits_text(plan.week, found))


def _visits_text(week: str, visits: tuple[PlannedVisit, ...]) -> str:
    told = sorted((v.date, v.start, v.end, v.people) for v in visits)
    lines = (f"{date} {start}-{end} {people}" for date, start, end, people in told)
    return f"{week}: {'; '.join(lines) or 'belum'}"
