import os
import signal
from functools import partial
from pathlib import Path

import httpx
import pytest
import yaml

from config.settings import ROOT
from tests.flows.commands import start, wait_for
from tests.flows.conftest import free_port
from tests.flows.waiting import PATIENCE, end_of, eventually

NAMES = {row["name"] for row in yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]}


def test_every_deployment_can_be_served(office: Path):
    from flows.serving import deployments

    found = {deployment.name: deployment for deployment in deployments()}
    assert found.keys() == NAMES
    assert [s.schedule.timezone for s in found["jumat-siang"].schedules] == ["Asia/Jakarta"]


@pytest.mark.slow
def test_one_command_gives_server_schedules_and_pages(office: Path):
    port = free_port()
    served = start("serve", "--port", port)
    try:
        wait_for(served, "Jadwal berjalan")
        eventually(partial(names_served, port), NAMES.__eq__)
        assert httpx.get(f"http://127.0.0.1:{port}/", timeout=PATIENCE).is_success
    finally:
        os.killpg(served.pid, signal.SIGINT)
        end_of(served)


def names_served(port: int) -> set[str]:
    url = f"http://127.0.0.1:{port}/api/deployments/filter"
    answer = httpx.post(url, json={}, timeout=PATIENCE)
    return {row["name"] for row in answer.json()} if answer.is_success else set()
