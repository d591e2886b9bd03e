"""Caches: legs by road and geocoded addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "leg",
        *(sa.Column(name, sa.String(), primary_key=True) for name in ("engine", "here", "there")),
        sa.Column("minutes", sa.Float(), nullable=False),
        sa.Column("km", sa.Float(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_table(
        "geocode",
        *(sa.Column(name, sa.String(), primary_key=True) for name in ("geocoder", "address")),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("at", MOMENT, nullable=False),
    )
