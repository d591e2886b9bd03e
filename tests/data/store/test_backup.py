import sqlite3

import pytest

from data.requests import State
from data.store import StoreError, open_store
from data.store.backup import backup, restore
from optimizer.faults import InvalidDocument
from tests.data.store.builders import NOW, letter, week_plan, week_problem


@pytest.fixture
def busy(store):
    letters = [letter(n) for n in range(1, 4)]
    store.import_requests(letters, "surat.xlsx", "loket", NOW)
    for people in (40, 41):
        store.save_draft(week_problem(*letters), week_plan(("R1", people)), letters, NOW)
    store.transition("R2", State.WITHDRAWN, "loket", NOW, "ditarik")
    store.keep_legs("osrm", {((-7.5, 112.8), (-7.7, 112.8)): (30.0, 20.0)})
    return store


def everything(store):
    requests = store.requests()
    return (
        requests,
        [store.history(request.id) for request in requests],
        store.plan_versions("35.14", "2026-W49"),
        store.legs("osrm", [(-7.5, 112.8), (-7.7, 112.8)]),
    )


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_restored_store_is_the_store_that_was_saved(busy, kind, tmp_path, new_database):
    saved = tmp_path / "cadangan" / "office.sqlite"
    assert backup(busy, saved)["request"] == 3
    target = new_database(kind)
    restore(saved, target)
    with open_store(target) as restored:
        assert everything(restored) == everything(busy)
        restored.import_requests([letter(9)], "lagi.xlsx", "loket", NOW)
        assert len(restored.history("R9")) == 1


def test_a_backup_is_one_file_that_sqlite_opens(busy, tmp_path):
    saved = tmp_path / "cadangan" / "office.sqlite"
    backup(busy, saved)
    assert [path.name for path in saved.parent.iterdir()] == ["office.sqlite"]
    assert sqlite3.connect(saved).execute("SELECT count(*) FROM plan").fetchone() == (2,)


def test_an_older_backup_is_never_overwritten(busy, tmp_path):
    saved = tmp_path / "office.sqlite"
    saved.write_text("lama")
    with pytest.raises(StoreError, match="sudah ada"):
        backup(busy, saved)
    assert saved.read_text() == "lama"


def test_a_store_with_rows_is_never_restored_over(busy, url, tmp_path):
    saved = tmp_path / "office.sqlite"
    backup(busy, saved)
    before = everything(busy)
    with pytest.raises(StoreError, match="kosong"):
        restore(saved, url)
    assert everything(busy) == before


def test_a_missing_backup_is_said(tmp_path, url):
    with pytest.raises(InvalidDocument, match="tidak ada"):
        restore(tmp_path / "tiada.sqlite", url)
