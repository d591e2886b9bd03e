"""A real search killed leaves nothing half; ``test_draft_killed`` has every step of a draft."""

import os
import signal
from pathlib import Path

import pytest

from config.settings import Settings
from data.store import open_store
from optimizer.check import check
from optimizer.plan_file import read_plan
from optimizer.problem_file import read_problem
from tests.flows.commands import run, start, wait_for
from tests.flows.letters import ROWS, write_letters

WEEK = "2026-W49"
STEPS = ("mencari rencana", "disimpan sebagai")

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("step", STEPS)
def test_killed_after_a_step(office: Path, prefect_api: str, step: str):
    write_letters(office)
    victim = start("week", WEEK, "--seconds", 3, PREFECT_API_URL=prefect_api)
    wait_for(victim, step)
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()

    ended = run("week", WEEK, "--seconds", 3, PREFECT_API_URL=prefect_api)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    folder = Settings().week_folder(WEEK)
    plan = read_plan((folder / "plan.json").read_text())
    assert not check(read_problem((folder / "problem.json").read_text()), plan)
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(f".{WEEK}")]
    with open_store(Settings().store_url) as store:
        assert len(store.open_requests("35.14")) == len(ROWS)
        versions = [stored.version for stored in store.plan_versions("35.14", WEEK)]
    assert versions == list(range(1, len(versions) + 1))
