"""What the ledgers are counted from."""

import datetime as dt
from collections import Counter
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.kenduren import PREFIX
from data.requests import State
from data.store.database import Database
from data.store.decision_tables import PublicationRow
from data.store.plan_records import stored_plan
from data.store.records import StoredPlan
from data.store.report_rows import newest_reports, stops_of
from data.store.report_tables import ClosingRow, PrintingRow, ReportRow
from data.store.tables import HistoryRow, PlanRow
from data.weekdays import week_of


class LedgerRecords(Database):
    """Counts over all weeks."""

    def published_versions(self, regency: str, week: str) -> tuple[StoredPlan, ...]:
        """Every version of a week that was ever published, in order of publication."""
        rows = (
            select(PlanRow)
            .join(PublicationRow, PublicationRow.plan == PlanRow.id)
            .where(PlanRow.regency == regency, PlanRow.week == week)
            .order_by(PlanRow.version)
        )
        with self.reading() as session:
            return tuple(stored_plan(row) for row in session.scalars(rows))

    def is_closed(self, regency: str, week: str) -> bool:
        """Whether a week is done with."""
        with self.reading() as session:
            return session.get(ClosingRow, (regency, week)) is not None

    def withdrawals(self, requests: Collection[str]) -> dict[str, str]:
        """Why sites withdrew their letters, by request."""
        steps = select(HistoryRow).where(
            HistoryRow.request.in_(requests),
            HistoryRow.from_state != State.WITHDRAWN,
            HistoryRow.to_state == State.WITHDRAWN,
        )
        with self.reading() as session:
            return {step.request: step.reason for step in session.scalars(steps)}

    def people_served(self, regency: str) -> dict[str, int]:
        """People served over all field reports, by request, sessions too."""
        plans = select(PlanRow.id).where(PlanRow.regency == regency)
        served: Counter[str] = Counter()
        with self.reading() as session:
            for row in newest_reports(session, ReportRow.plan.in_(plans)):
                served[row.request] += row.served
        return dict(served)

    def sessions_held(self, regency: str, before: str) -> dict[str, dt.date]:
        """Date of the last Kenduren Mas session before a week, by kecamatan code.

        A session counts when it served somebody, or while its week is open and nobody reported.
        """
        plans = select(PlanRow).where(
            PlanRow.regency == regency, PlanRow.state == "published", PlanRow.week < before
        )
        last: dict[str, dt.date] = {}
        with self.reading() as session:
            for plan in session.scalars(plans.order_by(PlanRow.week)):
                last |= _sessions(session, plan)
        return last

    def record_printed(
        self, regency: str, week: str, cards: int, actor: str, at: dt.datetime
    ) -> None:
        """Note how many cards a week printed; a later note corrects an earlier one."""
        row = PrintingRow(regency=regency, week=week, cards=cards, actor=actor, at=at)
        with self.writing() as session:
            session.add(row)

    def cards_printed(self, regency: str) -> dict[str, int]:
        """Cards printed by week, as last noted."""
        notes = select(PrintingRow).where(PrintingRow.regency == regency).order_by(PrintingRow.id)
        with self.reading() as session:
            return {note.week: note.cards for note in session.scalars(notes)}

    def cards_recorded(self, regency: str) -> dict[str, int]:
        """People recorded by week: those whom visits to letters served."""
        plans = select(PlanRow.id).where(PlanRow.regency == regency)
        letters = ReportRow.plan.in_(plans) & ReportRow.request.not_like(f"{PREFIX}%")
        recorded: Counter[str] = Counter()
        with self.reading() as session:
            for row in newest_reports(session, letters):
                recorded[week_of(row.date)] += row.served
        return dict(recorded)


def _sessions(session: Session, plan: PlanRow) -> dict[str, dt.date]:
    stops = [stop for stop in stops_of(plan) if stop[2].startswith(PREFIX)]
    reports = newest_reports(session, ReportRow.date.in_({date for date, _, _ in stops}))
    told = {(row.date, row.team, row.request): row.served for row in reports}
    closed = session.get(ClosingRow, (plan.regency, plan.week)) is not None
    return {
        request.removeprefix(PREFIX): date
        for date, team, request in stops
        if told.get((date, team, request), 0 if closed else 1)
    }
