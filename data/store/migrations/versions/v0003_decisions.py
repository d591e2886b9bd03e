"""Approvals, publications, the letter register and the outbox."""

import sqlalchemy as sa
from alembic import op

from data.store.migrations.append_only import append_only

revision = "0003"
down_revision = "0002"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    _approval()
    _publication()
    _register()
    _outbox()


def _approval() -> None:
    op.create_table(
        "approval",
        sa.Column("plan", sa.Integer(), sa.ForeignKey("plan.id"), primary_key=True),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.CheckConstraint("actor <> ''", name="somebody_approves"),
    )
    append_only("approval")


def _publication() -> None:
    op.create_table(
        "publication",
        sa.Column("plan", sa.Integer(), sa.ForeignKey("approval.plan"), primary_key=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    append_only("publication")


def _register() -> None:
    op.create_table(
        "register",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("series", "year", "number", name="one_letter_per_number"),
    )
    append_only("register")


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("plan", sa.Integer(), sa.ForeignKey("publication.plan"), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False, index=True),
        sa.Column("dates", sa.JSON(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("register", sa.Integer(), sa.ForeignKey("register.id")),
        sa.Column("delivered_at", MOMENT),
        sa.Column("delivered_by", sa.String()),
        sa.UniqueConstraint("plan", "series", "subject", name="one_message_per_publication"),
        sa.UniqueConstraint("register", name="one_message_per_number"),
    )
