"""A real search killed leaves nothing half; ``test_draft_killed`` has the steps of a draft."""

from pathlib import Path

import pytest

from config.settings import Settings
from data.store import open_store
from optimizer.check import check
from optimizer.plan_file import read_plan
from optimizer.problem_file import read_problem
from tests.flows.commands import run
from tests.flows.killing import kill_after
from tests.flows.letters import ROWS, write_letters

WEEK = "2026-W49"

pytestmark = pytest.mark.slow


def test_a_search_killed_is_made_again(office: Path, prefect_api: str):
    write_letters(office)
    kill_after("mencari rencana", "week", WEEK, "--seconds", 3, PREFECT_API_URL=prefect_api)

    ended = run("week", WEEK, "--seconds", 3, PREFECT_API_URL=prefect_api)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    folder = Settings().week_folder(WEEK)
    plan = read_plan((folder / "plan.json").read_text())
    assert not check(read_problem((folder / "problem.json").read_text()), plan)
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(f".{WEEK}")]
    with open_store(Settings().store_url) as store:
        assert len(store.open_requests("35.14")) == len(ROWS)
        assert [stored.version for stored in store.plan_versions("35.14", WEEK)] == [1]
