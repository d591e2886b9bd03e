"""The office with one PC loses its power while a plan is published: server, worker and run die."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import httpx
import pytest

from config.settings import Settings
from tests.flows.commands import start, wait_for
from tests.flows.conftest import free_port
from tests.flows.killing import Record, record
from tests.flows.waiting import PATIENCE, end_of, eventually
from tests.flows.weeks import WEEK

pytestmark = pytest.mark.slow


def test_a_publication_cut_short_is_finished_after_the_restart(published: Record):
    with one_pc() as (api, pc):
        cut = ask_for_publication(api)
        wait_for_state(api, cut, "RUNNING")
        os.killpg(pc.pid, signal.SIGKILL)
    with one_pc() as (api, _):
        again = ask_for_publication(api)
        wait_for_state(api, again, "COMPLETED")
    assert record() == published
    assert (Settings().week_folder(f"{WEEK}-terbit") / "lembar-tugas.pdf").is_file()


@contextmanager
def one_pc() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``jemputbola serve``, with its deployments: the address of its API and its process."""
    port = free_port()
    pc = start("serve", "--port", port)
    try:
        wait_for(pc, "Jadwal berjalan")
        yield f"http://127.0.0.1:{port}/api", pc
    finally:
        if pc.poll() is None:
            os.killpg(pc.pid, signal.SIGINT)
        end_of(pc)


def ask_for_publication(api: str) -> str:
    """As the form on Prefect's pages does; gives the id of the run."""
    name = f"{api}/deployments/name/Penerbitan rencana/terbitkan"
    known = eventually(lambda: httpx.get(name, timeout=PATIENCE), lambda answer: answer.is_success)
    url = f"{api}/deployments/{known.json()['id']}/create_flow_run"
    wanted = {"parameters": {"form": {"plan": WEEK}}, "idempotency_key": str(uuid4())}
    asked = eventually(lambda: httpx.post(url, json=wanted, timeout=PATIENCE), when_not_locked)
    return str(asked.raise_for_status().json()["id"])


def wait_for_state(api: str, run: str, state: str) -> None:
    url = f"{api}/flow_runs/{run}"
    ends = (state, "FAILED", "CRASHED")

    def look() -> httpx.Response:
        return httpx.get(url, timeout=PATIENCE)

    found = eventually(
        lambda: eventually(look, when_not_locked).json()["state"],
        lambda now: now["type"] in ends,
    )
    assert found["type"] == state, found


def when_not_locked(answer: httpx.Response) -> bool:
    """Prefect's server answers 503 while its SQLite is locked; its own client asks again, too."""
    return answer.status_code != httpx.codes.SERVICE_UNAVAILABLE
