"""A publication killed anywhere and run again ends like an undisturbed one."""

import pytest

from config.settings import Settings
from tests.flows.commands import run
from tests.flows.killing import Record, kill_after, kill_within, record
from tests.flows.weeks import WEEK

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("step", ["terbit sejak", "resmi ada di"])
def test_killed_after_a_step(published: Record, prefect_api: str, step: str):
    kill_after(step, "publish", WEEK, PREFECT_API_URL=prefect_api)
    ends_well(prefect_api, published)


@pytest.mark.parametrize("seconds", [2.0, 4.0, 6.0])
def test_killed_at_any_time(published: Record, prefect_api: str, seconds: float):
    kill_within(seconds, "publish", WEEK, PREFECT_API_URL=prefect_api)
    ends_well(prefect_api, published)


def ends_well(prefect_api: str, published: Record) -> None:
    ended = run("publish", WEEK, PREFECT_API_URL=prefect_api)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert record() == published
    folder = Settings().week_folder(f"{WEEK}-terbit")
    assert (folder / "lembar-tugas.pdf").is_file()
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(f".{WEEK}")]
