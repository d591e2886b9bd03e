"""How a publication fills the outbox and the letter register: each message and number once."""

from collections.abc import Iterator, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.announcements import NUMBERED, Announcement, Series, announcements, cancelled
from data.store.decision_tables import OutboxRow, RegisterRow
from data.store.records import StoredPlan
from data.store.request_rows import Act
from data.store.tables import PlanRow

Numbering = Mapping[str, str]


def announce(session: Session, stored: StoredPlan, numbering: Numbering, act: Act) -> None:
    """Owe a message to everyone who would read something new."""
    told = last_told(session, stored.regency, stored.week)
    for announcement in _news(stored, told):
        register = None
        if announcement.series in NUMBERED:
            register = _register(session, announcement.series, numbering, act)
        session.add(_outbox_row(stored.id, announcement, register))
        session.flush()  # the outbox keeps the order of the announcements


def last_told(session: Session, regency: str, week: str) -> dict[tuple[str, str], OutboxRow]:
    """Newest message of a week to each subject."""
    of_week = (PlanRow.regency == regency) & (PlanRow.week == week)
    rows = select(OutboxRow).join(PlanRow, PlanRow.id == OutboxRow.plan).where(of_week)
    return {(row.series, row.subject): row for row in session.scalars(rows.order_by(OutboxRow.id))}


def _news(stored: StoredPlan, told: Mapping[tuple[str, str], OutboxRow]) -> Iterator[Announcement]:
    found = announcements(stored.problem, stored.plan)
    current = {(each.series.value, each.subject): each for each in found}
    for key, announcement in current.items():
        if key not in told or told[key].content != announcement.content:
            yield announcement
    for (series, subject), row in told.items():
        if (series, subject) not in current and row.dates:
            yield cancelled(Series(series), subject, stored.week)


def _register(session: Session, series: Series, numbering: Numbering, act: Act) -> RegisterRow:
    year = act.at.year
    given = (RegisterRow.series == series.value) & (RegisterRow.year == year)
    number = (session.scalar(select(func.max(RegisterRow.number)).where(given)) or 0) + 1
    text = numbering[series].format(nomor=number, tahun=year)
    row = RegisterRow(series=series.value, year=year, number=number, text=text, at=act.at)
    session.add(row)
    session.flush()
    return row


def _outbox_row(plan: int, announcement: Announcement, register: RegisterRow | None) -> OutboxRow:
    return OutboxRow(
        plan=plan,
        series=announcement.series.value,
        subject=announcement.subject,
        dates=[date.isoformat() for date in announcement.dates],
        content=announcement.content,
        register=register.id if register else None,
    )
