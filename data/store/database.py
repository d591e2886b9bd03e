"""Connections: how each database is opened, read and written.

There is one writer at a time (SQLite's write lock, an advisory lock in PostgreSQL), taken before
the first read of a writing transaction, so what was read still holds when it is written.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

from data.store.database_url import read_url
from data.store.records import StoreUnavailable
from data.store.unavailable import explained

SECONDS_TO_WAIT = 60
PAUSE = 0.02
"""Seconds between two attempts."""
PRIMARY = 0xFF
"""The part of SQLite's extended result codes that says what happened."""
_WRITER_LOCK = 35_14_20_26


def connect(url: str, seconds_to_wait: float = SECONDS_TO_WAIT) -> Engine:
    """Engine of a database URL, ``sqlite:///FILE`` or ``postgresql://...``.

    Its errors never show the values of a row: those may hold telephone numbers.

    Parameters
    ----------
    seconds_to_wait
        How long to wait for another writer (SQLite).

    Raises
    ------
    StoreError
        If the URL is of no use.
    StoreUnavailable
        If the folder of a SQLite file cannot be made.
    """
    parsed = read_url(url)
    engine = create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        _make_folder(Path(parsed.database or "").parent)
        event.listen(engine, "connect", _preparing_sqlite(seconds_to_wait))
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"folder {folder} tidak dapat dibuat; periksa izinnya") from error


def _preparing_sqlite(seconds_to_wait: float) -> Callable[[Any, Any], None]:
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours: the driver's own comes too late
        connection.execute(f"PRAGMA busy_timeout = {round(seconds_to_wait * 1000)}")
        _write_ahead(connection, monotonic() + seconds_to_wait)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    return prepare


def _write_ahead(connection: Any, end: float) -> None:
    """Turn a new file to write-ahead logging; for others who just do so SQLite does not wait."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except OperationalError as error:
            if error.sqlite_errorcode & PRIMARY != SQLITE_BUSY or monotonic() >= end:
                raise
            sleep(PAUSE)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif writing:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")


class Database:
    """An open database; a context manager that closes it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(writing=True)
        postgresql = engine.dialect.name == "postgresql"
        one_state = {"isolation_level": "REPEATABLE READ"} if postgresql else {}
        self._reader = engine.execution_options(**one_state)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database."""
        with explained(), Session(self._reader) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction of the only writer: all of it is kept, or nothing."""
        with explained(), Session(self._writer) as session, session.begin():
            yield session
