"""Tables of requests and plans. The constraints are the promises; see each table."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import JSON

from data.store.columns import Instant


class Base(DeclarativeBase):
    """All tables of the store."""

    type_annotation_map = {dt.datetime: Instant, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012


class RequestRow(Base):
    """A request; ``(letter, site)`` is unique: one request per letter and site.

    ``document`` is the whole record as JSON; the other columns are what queries need.
    """

    __tablename__ = "request"
    __table_args__ = (
        UniqueConstraint("letter", "site", name="one_request_per_letter_and_site"),
        CheckConstraint("people_left >= 0", name="people_left_not_negative"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    letter: Mapped[str]
    site: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    people_left: Mapped[int]
    document: Mapped[str]


class HistoryRow(Base):
    """A step in a request's life. Rows are only ever added (triggers hold that)."""

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True)
    request: Mapped[str] = mapped_column(ForeignKey("request.id"), index=True)
    at: Mapped[dt.datetime]
    actor: Mapped[str]
    from_state: Mapped[str | None]
    to_state: Mapped[str]
    reason: Mapped[str]
    changes: Mapped[dict[str, Any]]


class SightingRow(Base):
    """What a source said of a letter when it was read: a digest, no text. Rows are only added."""

    __tablename__ = "sighting"

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    request: Mapped[str] = mapped_column(ForeignKey("request.id"))
    content: Mapped[str]
    at: Mapped[dt.datetime]


class ImportRow(Base):
    """An import of a letter file, with its counts."""

    __tablename__ = "import"

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    at: Mapped[dt.datetime]
    actor: Mapped[str]
    new: Mapped[int]
    changed: Mapped[int]
    same: Mapped[int]
    clashes: Mapped[int]


class PlanRow(Base):
    """A version of a week's plan.

    ``version`` has no gaps: each version but the first refers to the one before it.
    At most one version per regency and week is published.
    """

    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("regency", "week", "version", name="one_plan_per_version"),
        ForeignKeyConstraint(
            ["regency", "week", "version_before"],
            ["plan.regency", "plan.week", "plan.version"],
            name="version_follows_version",
        ),
        CheckConstraint(
            "(version = 1 AND version_before IS NULL) OR "
            "(version > 1 AND version_before IS NOT NULL AND version_before = version - 1)",
            name="versions_without_gaps",
        ),
        CheckConstraint(
            "state IN ('draft', 'approved', 'published', 'superseded')", name="known_plan_state"
        ),
        Index(
            "one_published_plan_per_week",
            "regency",
            "week",
            unique=True,
            sqlite_where=text("state = 'published'"),
            postgresql_where=text("state = 'published'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regency: Mapped[str]
    week: Mapped[str]
    version: Mapped[int]
    version_before: Mapped[int | None]
    state: Mapped[str]
    hash: Mapped[str]
    problem: Mapped[str]
    plan: Mapped[str]
    requests: Mapped[str]
    made_at: Mapped[dt.datetime]
    travel_note: Mapped[str]
    warnings: Mapped[list[str]]
