"""Tables of what happened: field reports and closed weeks."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.tables import Base


class ReportRow(Base):
    """A field report; a correction is another row with the next revision. Rows are only added."""

    __tablename__ = "field_report"
    __table_args__ = (
        UniqueConstraint("date", "team", "request", "revision", name="one_report_per_revision"),
        CheckConstraint("served >= 0 AND absent >= 0 AND failed >= 0", name="people_counted"),
        Index("ix_field_report_request", "request"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    date: Mapped[dt.date]
    team: Mapped[str]
    request: Mapped[str]
    revision: Mapped[int]
    served: Mapped[int]
    absent: Mapped[int]
    failed: Mapped[int]
    document: Mapped[str]
    actor: Mapped[str]
    at: Mapped[dt.datetime]


class ClosingRow(Base):
    """A week whose plan is done with, once. Rows are only added."""

    __tablename__ = "closing"

    regency: Mapped[str] = mapped_column(primary_key=True)
    week: Mapped[str] = mapped_column(primary_key=True)
    unreported: Mapped[int]
    actor: Mapped[str]
    at: Mapped[dt.datetime]


class PrintingRow(Base):
    """Cards printed in a week, as noted; the last note of a week holds. Rows are only added."""

    __tablename__ = "printing"
    __table_args__ = (CheckConstraint("cards >= 0", name="cards_counted"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str]
    week: Mapped[str]
    cards: Mapped[int]
    actor: Mapped[str]
    at: Mapped[dt.datetime]
