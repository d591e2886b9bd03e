"""The automations on a real server: what is stuck is ended, what failed is noted in a file."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRun
from prefect.events import emit_event
from prefect.settings import PREFECT_API_URL
from prefect.states import Failed, Pending, Running

from config.settings import ROOT, Settings
from flows import automations
from tests.flows.waiting import PATIENCE, eventually

SOON = dt.timedelta(seconds=10)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("prefect_server", "installed")]


@flow(name="Rencana mingguan")
def any_run() -> None:
    """Stands for a flow of the office whose process is gone."""


@pytest.fixture
def installed(office: Path, prefect_server: str) -> tuple[str, ...]:
    """Deployments and automations, made twice as an office would."""
    from flows.serving import deployments

    for deployment in deployments():
        deployment.apply(_sync=True)
    automations.install(SOON)
    return automations.install(SOON)


def begun(state: object) -> FlowRun:
    with get_client(sync_client=True) as client:
        run = client.create_flow_run(any_run, state=Pending())
        client.set_flow_run_state(run.id, state, force=True)
    return run


def crashed(run: FlowRun) -> str:
    with get_client(sync_client=True) as client:
        state = client.read_flow_run(run.id).state
    return state.message if state.is_crashed() else ""


def notices_about(run: FlowRun) -> list[FlowRun]:
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs(limit=50)
    return [r for r in runs if r.parameters.get("form", {}).get("run_id") == str(run.id)]


def test_installed_twice_there_is_one_of_each(installed: tuple[str, ...]):
    with get_client(sync_client=True) as client:
        names = [automation.name for automation in client.read_automations()]
    assert sorted(names) == sorted(installed)


def test_a_run_that_stops_beating_is_called_crashed():
    run = begun(Running())
    resource = {"prefect.resource.id": f"prefect.flow-run.{run.id}"}
    emit_event("prefect.flow-run.heartbeat", resource=resource)
    assert "tidak ada tanda hidup" in eventually(lambda: crashed(run))


def test_a_run_that_never_begins_is_called_crashed():
    run = begun(Pending())
    assert "tidak mulai" in eventually(lambda: crashed(run))


def test_a_failed_run_is_noted_in_a_file():
    run = begun(Failed(message="armada.toml: tim T1 ganda"))
    (notice,) = eventually(lambda: notices_about(run))
    execute(notice)
    (file,) = (Settings().var / "gangguan").iterdir()
    text = file.read_text()
    assert "Rencana mingguan" in text
    assert "armada.toml: tim T1 ganda" in text
    assert file.name == f"{run.id}-failed.txt"


def execute(run: FlowRun) -> None:
    """What a worker does with a run: a process of its own, the flow loaded by its path."""
    environment = {**os.environ, "PREFECT_API_URL": PREFECT_API_URL.value()}
    command = [sys.executable, "-m", "prefect", "flow-run", "execute", str(run.id)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=PATIENCE)
