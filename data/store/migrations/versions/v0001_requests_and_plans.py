"""Requests, their history, imports, and plans."""

import sqlalchemy as sa
from alembic import op

from data.store.migrations.append_only import append_only

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
PUBLISHED = sa.text("state = 'published'")


def upgrade() -> None:
    """Apply."""
    _request()
    _history()
    _import()
    _plan()


def _request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False, index=True),
        sa.Column("people_left", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.UniqueConstraint("letter", "site", name="one_request_per_letter_and_site"),
        sa.CheckConstraint("people_left >= 0", name="people_left_not_negative"),
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("request", sa.String(), sa.ForeignKey("request.id"), nullable=False, index=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("from_state", sa.String()),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
    )
    append_only("history")


def _import() -> None:
    counts = ("new", "changed", "same", "clashes")
    op.create_table(
        "import",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
    )


def _plan() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("regency", sa.String(), nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("version_before", sa.Integer()),
        sa.Column("state", sa.String(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("hash", "problem", "plan", "requests", "travel_note")
        ),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.UniqueConstraint("regency", "week", "version", name="one_plan_per_version"),
        sa.ForeignKeyConstraint(
            ["regency", "week", "version_before"],
            ["plan.regency", "plan.week", "plan.version"],
            name="version_follows_version",
        ),
        sa.CheckConstraint(
            "(version = 1 AND version_before IS NULL) OR "
            "(version > 1 AND version_before IS NOT NULL AND version_before = version - 1)",
            name="versions_without_gaps",
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'approved', 'published', 'superseded')", name="known_plan_state"
        ),
    )
    op.create_index(
        "one_published_plan_per_week",
        "plan",
        ["regency", "week"],
        unique=True,
        sqlite_where=PUBLISHED,
        postgresql_where=PUBLISHED,
    )
