"""Rows of field reports: which is the newest, and which stops still owe one."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from data.field_reports import FieldReport, after_report
from data.store.report_tables import ReportRow
from data.store.request_rows import Act, record_of, update
from data.store.tables import PlanRow, RequestRow
from optimizer.plan_file import read_plan

Stop = tuple[dt.date, str, str]


def report_of(row: ReportRow) -> FieldReport:
    """The report a row keeps."""
    return FieldReport.model_validate_json(row.document)


def stops_of(plan: PlanRow) -> dict[Stop, int]:
    """People of every stop of a plan, by (date, team, request)."""
    visits = read_plan(plan.plan).visits()
    return {(duty.date, duty.team, stop.request): stop.people for duty, stop in visits}


def newest_reports(session: Session, which: ColumnElement[bool]) -> Sequence[ReportRow]:
    """Last revision of each report, in order of date, team and request."""
    order = (ReportRow.date, ReportRow.team, ReportRow.request, ReportRow.revision)
    rows = session.scalars(select(ReportRow).where(which).order_by(*order))
    return list({(row.date, row.team, row.request): row for row in rows}.values())


def keep_report(
    session: Session, plan: PlanRow, report: FieldReport, act: Act, *, decided: bool
) -> str:
    """Add a report and move its request on; says ``new``, ``corrected`` or ``same``."""
    known = _revisions(session, report)
    if any(report_of(row) == report for row in (known[-1:] if decided else known)):
        return "same"
    session.add(_revision(plan, report, len(known) + 1, act))
    session.flush()
    _follow(session, report, act)
    return "corrected" if known else "new"


def _revisions(session: Session, report: FieldReport) -> Sequence[ReportRow]:
    """All that was told of a stop, the last word last."""
    date, team, request = report.stop
    about = (ReportRow.date == date) & (ReportRow.team == team) & (ReportRow.request == request)
    return session.scalars(select(ReportRow).where(about).order_by(ReportRow.revision)).all()


def _revision(plan: PlanRow, report: FieldReport, number: int, act: Act) -> ReportRow:
    columns = report.model_dump(include={"date", "team", "request", "served", "absent", "failed"})
    row = ReportRow(plan=plan.id, revision=number, **columns)
    row.document, row.actor, row.at = report.model_dump_json(), act.actor, act.at
    return row


def _follow(session: Session, report: FieldReport, act: Act) -> None:
    """Move the request on; sessions of Kenduren Mas have none."""
    row = session.get(RequestRow, report.request)
    if row is None:
        return
    served = served_in_all(session, row.id) or 0
    for request in after_report(record_of(row), served, report.date):
        update(session, row, request, act)


def served_in_all(session: Session, request: str) -> int | None:
    """People served by all reports of a request together, None without a report."""
    told = newest_reports(session, ReportRow.request == request)
    return sum(row.served for row in told) if told else None


def unreported_stops(session: Session, plan: PlanRow) -> dict[Stop, int]:
    """People of the stops that nobody reported on, in the plan's order."""
    stops = stops_of(plan)
    dates = {date for date, _, _ in stops}
    told = newest_reports(session, ReportRow.date.in_(dates))
    known = {(row.date, row.team, row.request) for row in told}
    return {stop: people for stop, people in stops.items() if stop not in known}
