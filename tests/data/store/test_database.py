import datetime as dt
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier
from time import monotonic

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError

from data.requests import Contact
from data.store import Store, StoreUnavailable, open_store
from data.store.database import _write_ahead, connect
from tests.data.store.builders import NOW, letter

PHONE = "0812-0000-1234"


@pytest.fixture
def busy(tmp_path) -> Iterator[Store]:
    """An impatient store whose database somebody else is writing to."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    with open_store(url) as other, other.writing() as session:
        session.execute(text("SELECT 1"))
        with Store(connect(url, seconds_to_wait=0.05)) as store:
            yield store


def test_a_locked_database_is_said(busy):
    with pytest.raises(StoreUnavailable, match="sedang dipakai"):
        busy.import_requests([letter(1)], "a", "loket", NOW)
    assert busy.requests() == ()


def test_many_at_once_can_open_a_new_file(tmp_path):
    def opened(url: str) -> int:
        engine = connect(url, seconds_to_wait=20.0)
        together.wait()
        with engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT 1").scalar_one()
        engine.dispose()
        return found

    together = Barrier(6)
    with ThreadPoolExecutor(6) as threads:
        for turn in range(60):
            url = f"sqlite:///{tmp_path / f'{turn}.sqlite'}"
            assert list(threads.map(opened, [url] * 6)) == [1] * 6


def test_a_new_file_that_others_keep_locked_is_said(tmp_path):
    file = tmp_path / "store.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = monotonic()
        with pytest.raises(OperationalError, match="locked"):
            connect(f"sqlite:///{file}", seconds_to_wait=0.3).connect()
    assert monotonic() - began >= 0.3


def test_a_file_that_cannot_be_written_is_said_at_once(tmp_path):
    file = tmp_path / "store.sqlite"
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE something (x)")
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as reader:
        began = monotonic()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            _write_ahead(reader, began + 30.0)
    assert monotonic() - began < 10.0


def test_readers_do_not_wait_for_the_writer(busy):
    assert busy.latest_plan("35.14", "2026-W49") is None


def test_a_reader_sees_one_state_while_others_write(url):
    with open_store(url) as here, open_store(url) as there, here.reading() as session:
        count = text("SELECT count(*) FROM request")
        assert session.execute(count).scalar_one() == 0
        there.import_requests([letter(1)], "a", "loket", NOW)
        assert session.execute(count).scalar_one() == 0


def test_a_full_disk_is_said_and_keeps_nothing(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store:
        fill = event.listens_for(store.engine, "begin")

        @fill
        def shrink(connection):
            connection.exec_driver_sql("PRAGMA max_page_count = 1")

        with pytest.raises(StoreUnavailable, match="disk penuh"):
            store.import_requests([letter(n) for n in range(2000)], "a", "loket", NOW)
        assert store.requests() == ()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("postgresql://office@127.0.0.1:9/office", "server basis data tidak menjawab"),
        ("sqlite:////proc/kantor/store.sqlite", "tidak dapat dibuat"),
    ],
)
def test_a_database_that_is_not_there_is_said(url, message):
    with pytest.raises(StoreUnavailable, match=message):
        open_store(url)


def test_errors_of_the_database_show_no_telephone(store):
    store.import_requests([letter(1)], "a", "loket", NOW)
    document = letter(1, contact=Contact(phone=PHONE)).model_dump_json()
    with pytest.raises(IntegrityError) as refused, store.writing() as session:
        session.execute(
            text("INSERT INTO request VALUES ('R1', 'x', 'y', 'pending', 1, :document)"),
            {"document": document},
        )
    assert PHONE not in str(refused.value)


def test_times_without_a_zone_are_refused(store):
    with pytest.raises(Exception, match="no time zone"):
        store.import_requests([letter(1)], "a", "loket", dt.datetime(2026, 11, 27, 8))  # noqa: DTZ001
    assert store.requests() == ()


def test_moments_come_back_with_their_zone(store):
    store.import_requests([letter(1)], "a", "loket", NOW)
    at = store.history("R1")[0].at
    assert at == NOW
    assert at.tzinfo is not None
