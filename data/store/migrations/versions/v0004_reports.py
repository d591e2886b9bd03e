"""Field reports and closed weeks."""

import sqlalchemy as sa
from alembic import op

from data.store.migrations.append_only import append_only

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    _field_report()
    _closing()


def _field_report() -> None:
    op.create_table(
        "field_report",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("plan", sa.Integer(), sa.ForeignKey("plan.id"), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=False, index=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("served", "absent", "failed")),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("date", "team", "request", "revision", name="one_report_per_revision"),
        sa.CheckConstraint("served >= 0 AND absent >= 0 AND failed >= 0", name="people_counted"),
    )
    append_only("field_report")


def _closing() -> None:
    op.create_table(
        "closing",
        sa.Column("regency", sa.String(), primary_key=True),
        sa.Column("week", sa.String(), primary_key=True),
        sa.Column("unreported", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    append_only("closing")
