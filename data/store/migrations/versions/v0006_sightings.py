"""What each source last said of a letter."""

import sqlalchemy as sa
from alembic import op

from data.store.migrations.append_only import append_only

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "sighting",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("request", sa.String(), sa.ForeignKey("request.id"), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    append_only("sighting")
