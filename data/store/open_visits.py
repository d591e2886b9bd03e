"""Visits of a plan that are still to be made, as nobody reported on them, and the others."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.store.report_rows import newest_reports, unreported_stops
from data.store.report_tables import ClosingRow, ReportRow
from data.store.tables import PlanRow
from optimizer.plan import Duty, Plan, Stop


def open_visits(session: Session, regency: str, plan: Plan) -> Mapping[str, frozenset[dt.date]]:
    """Dates of those visits by request."""
    found: defaultdict[str, set[dt.date]] = defaultdict(set)
    for duty, stop in _open(session, regency, plan):
        found[stop.request].add(duty.date)
    return {request: frozenset(days) for request, days in found.items()}


def people_to_visit(session: Session, regency: str, plan: Plan) -> Counter[str]:
    """People of those visits by request."""
    people: Counter[str] = Counter()
    for _, stop in _open(session, regency, plan):
        people[stop.request] += stop.people
    return people


def reported_visits(session: Session, regency: str, plan: Plan) -> list[tuple[Duty, Stop]]:
    """Visits of a plan that somebody reported on."""
    known = _told(session, regency, plan)
    return [v for v in plan.visits() if (v[0].date, v[0].team, v[1].request) in known]


def _open(session: Session, regency: str, plan: Plan) -> Iterator[tuple[Duty, Stop]]:
    known = _told(session, regency, plan)
    for duty, stop in plan.visits():
        if (duty.date, duty.team, stop.request) not in known:
            yield duty, stop


def _told(session: Session, regency: str, plan: Plan) -> set[tuple[dt.date, str, str]]:
    versions = select(PlanRow.id).where(PlanRow.regency == regency, PlanRow.week == plan.week)
    told = newest_reports(session, ReportRow.plan.in_(versions))
    return {(row.date, row.team, row.request) for row in told}


def people_promised(session: Session, regency: str, except_week: str) -> Mapping[str, int]:
    """People whom published plans of other, open weeks will visit, by request."""
    closed = select(ClosingRow.week).where(ClosingRow.regency == regency)
    plans = select(PlanRow).where(
        PlanRow.state == "published",
        PlanRow.regency == regency,
        PlanRow.week != except_week,
        PlanRow.week.not_in(closed),
    )
    ahead: Counter[str] = Counter()
    for plan in session.scalars(plans):
        for (_, _, request), people in unreported_stops(session, plan).items():
            ahead[request] += people
    return ahead
