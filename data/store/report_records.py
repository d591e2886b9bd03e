"""Field reports in the store, and the closing of a week."""

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.field_reports import FieldReport, unreported
from data.store.database import Database
from data.store.open_visits import people_promised
from data.store.plan_records import published
from data.store.records import ClosedWeek, RefusedReport, ReportOutcome, StoreError
from data.store.report_rows import (
    Stop,
    keep_report,
    newest_reports,
    report_of,
    stops_of,
    unreported_stops,
)
from data.store.report_tables import ClosingRow, ReportRow
from data.store.request_rows import Act, record_of, update
from data.store.tables import PlanRow, RequestRow
from data.weekdays import dates_of_week, week_of


class ReportRecords(Database):
    """What happened to the plans."""

    def report(
        self,
        regency: str,
        reports: Sequence[FieldReport],
        actor: str,
        at: dt.datetime,
        *,
        decided: bool = False,
    ) -> ReportOutcome:
        """Keep field reports, in one transaction; what nobody planned is refused by name.

        A report of a stop that has one already is a correction, and kept beside it; the same
        report again changes nothing. Requests follow: those left over wait again.

        Parameters
        ----------
        decided
            A person's last word. A form read again is none: what it once told is the ``same``,
            though it was corrected since.
        """
        kept: dict[str, list[FieldReport]] = {"new": [], "corrected": [], "same": []}
        refused = []
        with self.writing() as session:
            for report in reports:
                plan = published(session, regency, week_of(report.date))
                if plan is None or report.stop not in stops_of(plan):
                    refused.append(RefusedReport(report, _unplanned(report)))
                else:
                    act = Act(actor, at, f"laporan lapangan {report.date} {report.team}")
                    kept[keep_report(session, plan, report, act, decided=decided)].append(report)
        return ReportOutcome(**{n: tuple(r) for n, r in kept.items()}, refused=tuple(refused))

    def reports(self, regency: str, week: str) -> tuple[FieldReport, ...]:
        """Newest report of each stop of a week, in order of date, team and request."""
        with self.reading() as session:
            plans = select(PlanRow.id).where(PlanRow.regency == regency, PlanRow.week == week)
            return tuple(map(report_of, newest_reports(session, ReportRow.plan.in_(plans))))

    def people_promised(self, regency: str, except_week: str) -> dict[str, int]:
        """People whom published plans of other, open weeks will visit, by request."""
        with self.reading() as session:
            return dict(people_promised(session, regency, except_week))

    def close_week(self, regency: str, week: str, actor: str, at: dt.datetime) -> ClosedWeek:
        """Be done with a week: promises of stops nobody reported are broken. Once only.

        Raises
        ------
        StoreError
            If the week has no published plan.
        """
        with self.writing() as session:
            plan = published(session, regency, week)
            if plan is None:
                raise StoreError(
                    f"minggu {week} belum punya rencana terbit; tidak ada yang ditutup"
                )
            missing = unreported_stops(session, plan)
            if session.get(ClosingRow, (regency, week)) is None:
                _break_promises(session, missing, week, Act(actor, at, f"minggu {week} ditutup"))
                row = ClosingRow(regency=regency, week=week, actor=actor, at=at)
                row.unreported = len(missing)
                session.add(row)
            return ClosedWeek(regency, week, tuple(missing))


def _unplanned(report: FieldReport) -> str:
    return (
        f"tidak ada kunjungan {report.request} oleh {report.team} pada {report.date} "
        "di rencana terbit; periksa tanggal, tim, dan tempatnya"
    )


def _break_promises(session: Session, missing: Iterable[Stop], week: str, act: Act) -> None:
    for request in sorted({request for _, _, request in missing}):
        row = session.get(RequestRow, request)
        if row is not None:
            update(session, row, unreported(record_of(row), dates_of_week(week)), act)
