"""Publications: one version becomes the week's plan, in one transaction or not at all."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.announcements import Series
from data.store.announcing import Numbering, announce, last_told
from data.store.approval_records import refuse_changed
from data.store.database import Database
from data.store.decision_tables import ApprovalRow, OutboxRow, PublicationRow, RegisterRow
from data.store.decisions import Message, Publication
from data.store.plan_records import published, stored_plan
from data.store.promising import promise
from data.store.records import StoredPlan, StoreError
from data.store.report_tables import ClosingRow
from data.store.request_rows import Act
from data.store.tables import PlanRow


class PublicationRecords(Database):
    """Which plans hold, and what they owe to whom."""

    def publish(
        self, plan: StoredPlan, actor: str, at: dt.datetime, numbering: Numbering
    ) -> Publication:
        """Make an approved plan the plan of its week; published before, it changes nothing.

        The plan published before is superseded, dates are promised, letters get their numbers
        and messages their row in the outbox: all of it, or nothing.

        Parameters
        ----------
        numbering
            Pattern of a number by series, with ``{nomor}`` and ``{tahun}``.

        Raises
        ------
        StoreError
            If nobody approved exactly this plan, a newer one is published, its week is closed,
            or its visits cannot be promised.
        """
        with self.writing() as session:
            row = session.get_one(PlanRow, plan.id)
            kept = session.get(PublicationRow, plan.id)
            if kept is None:
                _refuse_unfit(session, row)
                kept = _publish(session, row, Act(actor, at, _reason(row)), numbering)
            owed = select(OutboxRow).where(OutboxRow.plan == plan.id).order_by(OutboxRow.id)
            return Publication(kept.actor, kept.at, _messages(session, session.scalars(owed).all()))

    def messages(self, regency: str, week: str) -> tuple[Message, ...]:
        """Newest message of a week to each duty and site, in order of publication."""
        with self.reading() as session:
            told = last_told(session, regency, week).values()
            return _messages(session, sorted(told, key=lambda row: row.id))

    def deliver(self, message_id: int, actor: str, at: dt.datetime) -> Message:
        """Note that a message was sent or handed over; the first note stays.

        Raises
        ------
        StoreError
            If there is no such message.
        """
        with self.writing() as session:
            row = session.get(OutboxRow, message_id)
            if row is None:
                raise StoreError(f"pesan {message_id} tidak ada; lihat 'jemputbola outbox list'")
            if row.delivered_at is None:
                row.delivered_at, row.delivered_by = at, actor
            return _messages(session, [row])[0]


def _reason(row: PlanRow) -> str:
    return f"rencana {row.week} versi {row.version} diterbitkan"


def _refuse_unfit(session: Session, row: PlanRow) -> None:
    name = f"{row.week}/{row.version}"
    approval = session.get(ApprovalRow, row.id)
    if approval is None:
        raise StoreError(f"rencana {name} belum disetujui; jalankan 'jemputbola approve {name}'")
    refuse_changed(row, approval.hash)
    other = published(session, row.regency, row.week)
    if other is not None and other.version > row.version:
        raise StoreError(f"versi {other.version} yang lebih baru sudah terbit; {name} tidak terbit")
    if session.get(ClosingRow, (row.regency, row.week)) is not None:
        raise StoreError(f"minggu {row.week} sudah ditutup; {name} tidak terbit")


def _publish(session: Session, row: PlanRow, act: Act, numbering: Numbering) -> PublicationRow:
    before = published(session, row.regency, row.week)
    earlier = stored_plan(before).plan if before else None
    if before is not None:
        before.state = "superseded"
        session.flush()  # first: the database allows one published plan a week
    row.state = "published"
    kept = PublicationRow(plan=row.id, actor=act.actor, at=act.at)
    session.add(kept)
    session.flush()
    stored = stored_plan(row)
    promise(session, stored, earlier, act)
    announce(session, stored, numbering, act)
    return kept


def _messages(session: Session, rows: Sequence[OutboxRow]) -> tuple[Message, ...]:
    numbers = select(RegisterRow).where(RegisterRow.id.in_([row.register for row in rows]))
    text = {number.id: number.text for number in session.scalars(numbers)}
    return tuple(
        Message(
            id=row.id,
            series=Series(row.series),
            subject=row.subject,
            dates=tuple(dt.date.fromisoformat(date) for date in row.dates),
            number=text[row.register] if row.register else None,
            delivered_at=row.delivered_at,
        )
        for row in rows
    )
