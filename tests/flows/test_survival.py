"""What breaks around a run: the user is told, and running again finishes the work.

Each is tried with ``publish``, which writes to the record, prints and speaks with Prefect.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.settings import Settings
from tests.flows.commands import run, start, wait_for
from tests.flows.conftest import free_port, running_server
from tests.flows.killing import Record, record
from tests.flows.waiting import PATIENCE, end_of
from tests.flows.weeks import WEEK

pytestmark = pytest.mark.slow


def ended_well(api: str, published: Record) -> None:
    ended = run("publish", WEEK, PREFECT_API_URL=api)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert record() == published
    assert (Settings().week_folder(f"{WEEK}-terbit") / "lembar-tugas.pdf").is_file()


@pytest.fixture
def write_lock(published: Record) -> Iterator[sqlite3.Connection]:
    """Another program that writes to the record and does not come to an end."""
    other = sqlite3.connect(Settings().var / "jemputbola.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def test_a_record_in_use_is_waited_for(
    write_lock: sqlite3.Connection, prefect_api: str, published: Record
):
    waiting = start("publish", WEEK, PREFECT_API_URL=prefect_api)
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.wait(15)
    write_lock.rollback()
    assert end_of(waiting) == 0
    assert record() == published


def test_a_record_in_use_for_too_long_is_told(
    write_lock: sqlite3.Connection, prefect_api: str, published: Record
):
    told = run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert told.returncode == 1
    assert "basis data sedang dipakai program lain; tunggu sebentar" in told.stderr
    write_lock.rollback()
    ended_well(prefect_api, published)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """The folder of runtime files on a disk of 4 MB."""
    (tmp_path / "var").mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(tmp_path / "var"))
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk")
    yield tmp_path / "var"
    subprocess.run(("umount", str(tmp_path / "var")), check=True)


@pytest.mark.parametrize("kilobytes", [8, 60, 400], ids=["nothing", "record", "papers"])
def test_a_full_disk_is_told(small_disk: Path, published: Record, prefect_api: str, kilobytes: int):
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - kilobytes * 1024))
    told = run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert told.returncode in (1, 2)
    assert "disk penuh" in told.stderr
    assert "None" not in told.stderr
    ballast.unlink()
    ended_well(prefect_api, published)


def test_a_prefect_server_that_is_gone_is_told(published: Record, prefect_api: str, tmp_path: Path):
    with running_server(tmp_path / "prefect") as (api, server):
        publishing = start("publish", WEEK, PREFECT_API_URL=api, PREFECT_CLIENT_MAX_RETRIES="1")
        wait_for(publishing, "terbit sejak")
        os.killpg(server.pid, signal.SIGKILL)
        _, told = publishing.communicate(timeout=PATIENCE)
    assert publishing.returncode == 1
    assert "Server Prefect tidak menjawab" in told
    ended_well(prefect_api, published)


def test_a_server_that_was_never_there_is_told(published: Record, prefect_api: str):
    told = run("publish", WEEK, PREFECT_API_URL=f"http://127.0.0.1:{free_port()}/api")
    assert told.returncode == 1
    assert "Server Prefect tidak menjawab" in told.stderr
    ended_well(prefect_api, published)
