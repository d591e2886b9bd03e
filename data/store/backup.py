"""Backup and restore: a backup is a SQLite store of its own, whatever database it was taken from.

So a backup can be opened and looked at, and moves an office from SQLite to PostgreSQL or back.
"""

import os
import shutil
import tempfile
from pathlib import Path

from sqlalchemy import Connection, Integer, Table, func, insert, select

from data.store.database import connect
from data.store.migrate import schema_version
from data.store.records import StoreError, StoreUnavailable
from data.store.store import Store, open_store
from data.store.tables import Base
from optimizer.faults import Fault, InvalidDocument

ROWS_AT_ONCE = 500
STRANGE = "bukan cadangan jemputbola atau sudah rusak; pilih cadangan lain"


def backup(store: Store, path: Path) -> dict[str, int]:
    """Write a backup of one moment while others may go on working.

    The file appears whole or not at all.

    Returns
    -------
    dict
        Rows by table.

    Raises
    ------
    StoreError
        If the file exists or cannot be written.
    """
    try:
        return _write_backup(store, path)
    except OSError as error:
        raise StoreError(
            f"cadangan tidak dapat ditulis ke {path}; periksa izinnya atau pilih folder lain"
        ) from error


def _write_backup(store: Store, path: Path) -> dict[str, int]:
    if path.exists():
        raise StoreError(f"{path} sudah ada; pilih nama lain supaya cadangan lama tidak hilang")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        unfinished = Path(folder) / "backup.sqlite"
        with open_store(f"sqlite:///{unfinished}") as target:
            copied = _copy_store(store, target)
            _leave_one_file(target)
        _to_disk(unfinished)
        unfinished.replace(path)
    return copied


def restore(path: Path, url: str) -> dict[str, int]:
    """Fill an empty store from a backup, in one transaction; the backup is not changed.

    Raises
    ------
    InvalidDocument
        If the file is no backup that can be read.
    StoreError
        If the store is not empty.
    """
    if not path.is_file():
        raise _no_backup(path, "tidak ada")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "backup.sqlite"
        try:
            shutil.copyfile(path, copy)
        except OSError as error:
            raise _no_backup(path, "tidak dapat dibaca; periksa izinnya") from error
        with _open_backup(copy, path) as source, open_store(url) as target:
            return _copy_store(source, target)


def _open_backup(copy: Path, path: Path) -> Store:
    """A store, brought up to date; SQLite takes an empty file for an empty database."""
    address = f"sqlite:///{copy}"
    try:
        with Store(connect(address)) as found, found.reading() as session:
            written = schema_version(session.connection())
    except StoreUnavailable as error:
        raise _no_backup(path, STRANGE) from error
    if written is None:
        raise _no_backup(path, STRANGE)
    return open_store(address)


def _no_backup(path: Path, fault: str) -> InvalidDocument:
    return InvalidDocument([Fault(f"cadangan {path}", fault)])


def _copy_store(source: Store, target: Store) -> dict[str, int]:
    with source.reading() as reading, target.writing() as writing:
        reader, writer = reading.connection(), writing.connection()
        if any(_count(writer, table) for table in Base.metadata.sorted_tables):
            raise StoreError("basis data tujuan sudah berisi; pulihkan ke basis data yang kosong")
        return {t.name: _copy(reader, writer, t) for t in Base.metadata.sorted_tables}


def _copy(reader: Connection, writer: Connection, table: Table) -> int:
    rows = reader.execute(
        select(table).order_by(*table.primary_key), execution_options={"yield_per": ROWS_AT_ONCE}
    )
    for some in rows.mappings().partitions():
        writer.execute(insert(table), [dict(row) for row in some])
    if writer.dialect.name == "postgresql":
        _go_on_counting(writer, table)
    return _count(writer, table)


def _go_on_counting(writer: Connection, table: Table) -> None:
    """PostgreSQL's counters do not see ids that were given."""
    for column in table.primary_key:
        if isinstance(column.type, Integer):
            counter = func.pg_get_serial_sequence(f'"{table.name}"', column.name)
            following = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            writer.execute(select(func.setval(counter, following, False)))


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _leave_one_file(store: Store) -> None:
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is not None:
            connection.rollback()
            raw.execute("PRAGMA journal_mode = DELETE")


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
