"""Cards printed by week."""

import sqlalchemy as sa
from alembic import op

from data.store.migrations.append_only import append_only

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "printing",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("regency", sa.String(), nullable=False),
        sa.Column("week", sa.String(), nullable=False),
        sa.Column("cards", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("cards >= 0", name="cards_counted"),
    )
    append_only("printing")
