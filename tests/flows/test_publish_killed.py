"""A publication killed anywhere and run again ends like an undisturbed one."""

import os
import shutil
import signal
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from config.settings import Settings
from data.store import open_store
from flows import plan_decisions as decisions
from flows.workplace import open_workplace
from tests.flows.commands import run, start, wait_for
from tests.flows.weeks import WEEK, saved_draft

pytestmark = pytest.mark.slow

TABLES = {
    "plan": "version, state, hash",
    "publication": "plan, actor",
    "register": "series, year, number, text",
    "outbox": "plan, series, subject, dates, content, register",
    "history": "request, from_state, to_state, reason, changes",
    "request": "id, state, people_left, document",
}


def record() -> dict[str, list[tuple[object, ...]]]:
    """Everything the store keeps but the moments."""
    with open_store(Settings().store_url) as store, store.reading() as session:
        rows = {
            table: session.execute(text(f'SELECT {columns} FROM "{table}"')).all()
            for table, columns in TABLES.items()
        }
    return {table: sorted(map(tuple, found), key=str) for table, found in rows.items()}


@pytest.fixture
def approved(office: Path) -> None:
    decisions.approve(open_workplace(), saved_draft(), "Kepala Bidang")


def publish_undisturbed() -> dict[str, list[tuple[object, ...]]]:
    """What an undisturbed publication keeps, tried on a copy of the record."""
    source = Settings().var / "jemputbola.db"
    shutil.copy(source, source.with_suffix(".copy"))
    place = open_workplace()
    decisions.publish(place, decisions.find_plan(place, WEEK))
    kept = record()
    for leftover in source.parent.glob("jemputbola.db*"):
        leftover.unlink()
    source.with_suffix(".copy").rename(source)
    return kept


@pytest.mark.parametrize("step", ["terbit sejak", "resmi ada di"])
def test_killed_after_a_step(approved: None, prefect_api: str, step: str):
    undisturbed = publish_undisturbed()
    victim = start("publish", WEEK, PREFECT_API_URL=prefect_api)
    wait_for(victim, step)
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
    ended_well(prefect_api, undisturbed)


@pytest.mark.parametrize("seconds", [2.0, 4.0, 6.0])
def test_killed_at_any_time(approved: None, prefect_api: str, seconds: float):
    undisturbed = publish_undisturbed()
    victim = start("publish", WEEK, PREFECT_API_URL=prefect_api)
    time.sleep(seconds)
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
    ended_well(prefect_api, undisturbed)


def ended_well(prefect_api: str, undisturbed: object) -> None:
    ended = run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert record() == undisturbed
    folder = Settings().week_folder(f"{WEEK}-terbit")
    assert (folder / "lembar-tugas.pdf").is_file()
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(f".{WEEK}")]
