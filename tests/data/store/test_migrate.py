from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from data.store import open_store
from data.store.database import connect
from data.store.migrate import newest_version, schema_version, upgrade
from data.store.tables import Base


def test_the_migrations_make_the_tables_the_program_knows(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_an_empty_database_is_brought_to_the_newest_version(store):
    with store.engine.connect() as connection:
        assert schema_version(connection) == newest_version()


def test_an_upgrade_says_what_it_did_and_is_done_once(url):
    engine = connect(url)
    assert upgrade(engine) == (None, newest_version())
    assert upgrade(engine) == (newest_version(), newest_version())
    engine.dispose()
    with open_store(url) as store:
        assert store.requests() == ()


def test_sqlite_waits_for_the_other_writer_and_holds_foreign_keys(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store, store.reading() as session:
        pragmas = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 60_000}
