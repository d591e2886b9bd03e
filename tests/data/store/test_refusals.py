"""What is wrong with a database, a URL or a backup is said in Bahasa Indonesia, with the remedy."""

import sqlite3
from pathlib import Path

import pytest

from data.store import StoreError, StoreUnavailable, open_store
from data.store.backup import backup, restore
from optimizer.faults import InvalidDocument


def test_a_file_that_is_no_database_is_said(tmp_path):
    (tmp_path / "store.sqlite").write_text("bukan basis data " * 100)
    with pytest.raises(StoreUnavailable, match=r"rusak atau bukan basis data.*cadangan"):
        open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path):
    with pytest.raises(StoreUnavailable, match="periksa folder dan izin"):
        open_store(f"sqlite:///{tmp_path}")


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "var").write_text("")
    with pytest.raises(StoreUnavailable, match="tidak dapat dibuat"):
        open_store(f"sqlite:///{tmp_path / 'var' / 'store.sqlite'}")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "mysql://kantor@localhost/kantor",
        "sqlite://",
        "postgresql://kantor:rahasia@localhost:port/kantor",
    ],
)
def test_a_url_nobody_can_use_is_said_without_its_password(url):
    with pytest.raises(InvalidDocument, match=r"JEMPUTBOLA_DATABASE_URL.*sqlite:///") as refused:
        open_store(url)
    assert "rahasia" not in str(refused.value)


def test_a_database_of_a_newer_program_is_said(tmp_path):
    path = tmp_path / "store.sqlite"
    open_store(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"9999.*perbarui program"):
        open_store(f"sqlite:///{path}")


def test_tables_of_another_program_are_said(url):
    with open_store(url) as store, store.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM alembic_version")
    with pytest.raises(StoreUnavailable, match="tabel program lain"):
        open_store(url)


@pytest.mark.parametrize("content", [b"", b"sampah " * 500], ids=["empty", "garbage"])
def test_what_is_no_backup_is_not_restored(content, tmp_path, url):
    (tmp_path / "cadangan.sqlite").write_bytes(content)
    with pytest.raises(InvalidDocument, match=r"cadangan\.sqlite: bukan cadangan.*pilih"):
        restore(tmp_path / "cadangan.sqlite", url)


@pytest.mark.parametrize("place", ["/proc/kantor.sqlite", "/proc/kantor/x.sqlite"])
def test_a_backup_into_an_impossible_place_is_said(place, store):
    with pytest.raises(StoreError, match=f"{place}.*pilih folder lain"):
        backup(store, Path(place))
