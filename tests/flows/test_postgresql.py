"""The whole week on PostgreSQL, by nothing but ``JEMPUTBOLA_DATABASE_URL``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.store import open_store
from tests.data.store.conftest import new_database, postgresql
from tests.flows.commands import run
from tests.flows.letters import ROWS, WEEK, write_letters

__all__ = ["new_database", "postgresql"]


@pytest.mark.slow
def test_a_week_is_planned_approved_and_published_on_postgresql(
    office: Path, prefect_api: str, new_database: Callable[[str], str]
):
    url = new_database("postgresql")
    write_letters(office)
    here = {"JEMPUTBOLA_DATABASE_URL": url, "PREFECT_API_URL": prefect_api}
    for command in (
        ("week", WEEK, "--seconds", 3),
        ("approve", WEEK, "--by", "Kepala Bidang"),
        ("publish", WEEK),
        ("db", "check"),
    ):
        ended = run(*command, **here)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    with open_store(url) as store:
        published = store.published_plan("35.14", WEEK)
        assert published is not None
        assert len(store.requests()) == len(ROWS)
    assert not list((office.parent / "var").glob("*.db"))
