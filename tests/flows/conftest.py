"""The flows' tests share a real Prefect server, one in each worker of pytest-xdist."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from config.settings import ROOT
from flows.runtime import QUIET
from optimizer.ready import make_ready
from optimizer.solve import Limits, solve
from tests.flows.killing import Record, undisturbed
from tests.flows.letters import WEEK, write_letters
from tests.flows.waiting import eventually
from tests.flows.weeks import saved_draft
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.weeks import week

OFFICE = ROOT / "config/office.toml"
SAMPLES = ROOT / "data/samples"


@pytest.fixture(scope="session", autouse=True)
def compiled_engine() -> None:
    """In a fresh checkout the first searches would spend their few seconds on compiling."""
    for seed in range(3):
        solve(tiny(seed, requests=8, teams=3, days=3, most_people=40), Limits(seconds=120))
    make_ready(week("S"))


@pytest.fixture(scope="session")
def prefect_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a real Prefect server, its scheduler included, with a database of its own."""
    with running_server(tmp_path_factory.mktemp("prefect")) as (api, _):
        yield api
        end_prefect()


def end_prefect() -> None:
    """Let this process say the rest while there is a server: it would try for a minute after."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    APILogWorker.drain_all(timeout=10)
    EventsWorker.drain_all(timeout=10)


@contextlib.contextmanager
def running_server(home: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Prefect server in a process group of its own: its address and its process."""
    port = free_port()
    api = f"http://127.0.0.1:{port}/api"
    server = subprocess.Popen(
        [sys.executable, "-m", "prefect", "server", "start", "--port", str(port)],
        env={**os.environ, **QUIET, "PREFECT_HOME": str(home), "PREFECT_API_URL": api},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        eventually(partial(healthy, api, server))
        yield api, server
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@pytest.fixture
def prefect_server(prefect_api: str) -> Iterator[str]:
    """Flows of the test run against the server; gives its address."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with temporary_settings({PREFECT_API_URL: prefect_api}):
        yield prefect_api


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def healthy(api: str, server: subprocess.Popen[bytes]) -> bool:
    assert server.poll() is None, "the Prefect server did not start"
    with contextlib.suppress(httpx.TransportError):
        return httpx.get(f"{api}/health").is_success
    return False


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No table of the command line is cut."""
    from flows.cli import terminal

    monkeypatch.setattr(terminal.out, "width", 300)
    monkeypatch.setattr(terminal.err, "width", 300)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example office moved into a folder of its own, without letters; gives the folder."""
    make_office(tmp_path)
    return enter_office(tmp_path, monkeypatch)


@pytest.fixture
def published(office: Path) -> Record:
    """An approved week; gives what its publication will keep."""
    from flows import plan_decisions as decisions
    from flows.workplace import open_workplace

    decisions.approve(open_workplace(), saved_draft(), "Kepala Bidang")

    def publish() -> None:
        place = open_workplace()
        decisions.publish(place, decisions.find_plan(place, WEEK))

    return undisturbed(publish)


@pytest.fixture(scope="session")
def planned_once(prefect_api: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the standard letters were planned."""
    from prefect.settings import PREFECT_API_URL, temporary_settings

    home = tmp_path_factory.mktemp("planned")
    make_office(home)
    with pytest.MonkeyPatch.context() as patch, temporary_settings({PREFECT_API_URL: prefect_api}):
        write_letters(enter_office(home, patch))
        from flows.weekly import weekly_plan

        weekly_plan({"week": WEEK, "seconds": 2})
    return home


@pytest.fixture
def planned(
    planned_once: Path, tmp_path: Path, prefect_server: str, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A copy of that home to go on in; gives the week's folder."""
    shutil.copytree(planned_once, tmp_path, dirs_exist_ok=True)
    enter_office(tmp_path, monkeypatch)
    return tmp_path / "var" / WEEK


def make_office(home: Path) -> None:
    samples = home / "kantor"
    (samples / "surat").mkdir(parents=True)
    for name in ("armada-2026-W49.toml", "kalender.toml"):
        shutil.copy(SAMPLES / name, samples)
    text = OFFICE.read_text().replace('"../data/samples"', '"surat"')
    (samples / "kantor.toml").write_text(text.replace("../data/samples/", ""))


def enter_office(home: Path, patch: pytest.MonkeyPatch) -> Path:
    patch.setenv("JEMPUTBOLA_OFFICE", str(home / "kantor/kantor.toml"))
    patch.setenv("JEMPUTBOLA_VAR", str(home / "var"))
    patch.delenv("JEMPUTBOLA_DATABASE_URL", raising=False)
    return home / "kantor"
