"""Killing a process where it stands, and comparing what the record keeps afterwards."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable

from sqlalchemy import text

from config.settings import Settings
from data.store import open_store
from tests.flows.commands import start, wait_for

TABLES = {
    "plan": "version, state, hash",
    "publication": "plan, actor",
    "register": "series, year, number, text",
    "outbox": "plan, series, subject, dates, content, register",
    "field_report": "plan, date, team, request, revision, served, absent, failed",
    "closing": "regency, week, unreported, actor",
    "history": "request, from_state, to_state, reason, changes",
    "request": "id, state, people_left, document",
}
Record = dict[str, list[tuple[object, ...]]]


def record() -> Record:
    """Everything the store keeps but the moments."""
    with open_store(Settings().store_url) as store, store.reading() as session:
        rows = {
            table: session.execute(text(f'SELECT {columns} FROM "{table}"')).all()
            for table, columns in TABLES.items()
        }
    return {table: sorted(map(tuple, found), key=str) for table, found in rows.items()}


def undisturbed(act: Callable[[], object]) -> Record:
    """What an act keeps when nobody kills it; the record is put back as it was."""
    keep_record()
    act()
    kept = record()
    put_record_back()
    return kept


def keep_record() -> None:
    source = Settings().var / "jemputbola.db"
    shutil.copy(source, source.with_suffix(".copy"))


def put_record_back() -> None:
    source = Settings().var / "jemputbola.db"
    for leftover in source.parent.glob("jemputbola.db*"):
        leftover.unlink()
    shutil.copy(source.with_suffix(".copy"), source)


def kill_after(words: str, *command: object, **environment: str) -> None:
    """Kill a command with all its processes as soon as it has told something."""
    victim = start(*command, **environment)
    wait_for(victim, words)
    _kill(victim)


def kill_within(seconds: float, *command: object, **environment: str) -> None:
    """Kill a command with all its processes after some time."""
    victim = start(*command, **environment)
    time.sleep(seconds)
    _kill(victim)


def _kill(victim: subprocess.Popen[str]) -> None:
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
