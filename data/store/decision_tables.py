"""Tables of what was decided and announced: approvals, publications, register, outbox."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.store.tables import Base


class ApprovalRow(Base):
    """Somebody's yes to one version, bound to its hash. Rows are only ever added."""

    __tablename__ = "approval"

    plan: Mapped[int] = mapped_column(ForeignKey("plan.id"), primary_key=True)
    hash: Mapped[str]
    actor: Mapped[str]
    at: Mapped[dt.datetime]


class PublicationRow(Base):
    """A version became the week's plan. Rows are only ever added."""

    __tablename__ = "publication"

    plan: Mapped[int] = mapped_column(ForeignKey("approval.plan"), primary_key=True)
    actor: Mapped[str]
    at: Mapped[dt.datetime]


class RegisterRow(Base):
    """A number of the office's letter register, given once. Rows are only ever added."""

    __tablename__ = "register"
    __table_args__ = (UniqueConstraint("series", "year", "number", name="one_letter_per_number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    series: Mapped[str]
    year: Mapped[int]
    number: Mapped[int]
    text: Mapped[str]
    at: Mapped[dt.datetime]


class OutboxRow(Base):
    """A message that a publication owes somebody, once; ``delivered_at`` says that it is done."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("plan", "series", "subject", name="one_message_per_publication"),
        UniqueConstraint("register", name="one_message_per_number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan: Mapped[int] = mapped_column(ForeignKey("publication.plan"))
    series: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    dates: Mapped[list[str]]
    content: Mapped[str]
    register: Mapped[int | None] = mapped_column(ForeignKey("register.id"))
    delivered_at: Mapped[dt.datetime | None]
    delivered_by: Mapped[str | None]
