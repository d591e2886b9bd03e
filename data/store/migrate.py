"""Schema versions: Alembic, run from the program."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from data.store.records import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> tuple[str | None, str | None]:
    """Bring the schema to the newest version in one transaction of the only writer.

    Returns
    -------
    tuple
        Versions before and after; None is an empty database.

    Raises
    ------
    StoreError
        If a newer program has written the database.
    """
    newest = newest_version()
    with engine.connect() as connection:
        before = schema_version(connection)
    if before == newest:
        return before, newest
    if before is not None and before not in _versions():
        raise StoreError(f"basis data berversi {before}, lebih baru; perbarui program ini dulu")
    with engine.execution_options(writing=True).begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return before, newest


def newest_version() -> str | None:
    """Version the program is written for."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _versions() -> frozenset[str]:
    return frozenset(s.revision for s in ScriptDirectory.from_config(_config()).walk_revisions())


def schema_version(connection: Connection) -> str | None:
    """Version the database has, None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
