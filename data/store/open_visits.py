"""Visits of a plan that are still to be made: nobody reported on them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.store.report_rows import newest_reports
from data.store.report_tables import ReportRow
from data.store.tables import PlanRow
from optimizer.plan import Plan


def open_visits(session: Session, regency: str, plan: Plan) -> Mapping[str, frozenset[dt.date]]:
    """Dates of those visits by request."""
    versions = select(PlanRow.id).where(PlanRow.regency == regency, PlanRow.week == plan.week)
    told = newest_reports(session, ReportRow.plan.in_(versions))
    known = {(row.date, row.team, row.request) for row in told}
    found: defaultdict[str, set[dt.date]] = defaultdict(set)
    for duty, stop in plan.visits():
        if (duty.date, duty.team, stop.request) not in known:
            found[stop.request].add(duty.date)
    return {request: frozenset(days) for request, days in found.items()}
