"""Tables whose rows can be added but never changed or removed."""

from alembic import op

_SQLITE = """
CREATE TRIGGER {table}_{event} BEFORE {event} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_{event} BEFORE {event} ON "{table}"
FOR EACH ROW EXECUTE FUNCTION refuse_change()
"""


def append_only(table: str) -> None:
    """Make the database itself refuse to change or remove rows of a table."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.execute(_POSTGRESQL_FUNCTION)
    for happening in ("UPDATE", "DELETE"):
        op.execute((_SQLITE if sqlite else _POSTGRESQL).format(table=table, event=happening))
