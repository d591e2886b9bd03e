import datetime as dt
import shutil
from pathlib import Path

import pytest

from config.settings import Settings
from data.edits.records import UnreadableEdits
from data.store import StoreError, open_store
from optimizer.check import check
from optimizer.plan import Plan
from optimizer.plan_file import read_plan
from optimizer.problem_file import read_problem
from tests.flows.letters import WEEK
from tests.flows.people import forbid

pytestmark = pytest.mark.usefixtures("prefect_server")


def revise(edits: Path) -> Path:
    from flows.revise import revise_week

    return Path(revise_week({"week": WEEK, "edits": str(edits), "seconds": 2}))


@pytest.fixture
def workbook(planned: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(planned / "buku-kerja.xlsx", tmp_path / "suntingan.xlsx"))


def plan() -> Plan:
    return read_plan((Settings().week_folder(WEEK) / "plan.json").read_text())


def dates_of(request: str) -> set[dt.date]:
    return {duty.date for duty, stop in plan().visits() if stop.request == request}


def test_edits_handed_in_again_make_no_new_version_and_print_what_was_not(workbook: Path):
    _, before = next(visit for visit in plan().visits() if visit[1].request.startswith("KM-"))
    forbid(workbook, before.request)
    folder = revise(workbook)
    made = plan()
    shutil.rmtree(folder)

    assert revise(workbook) == folder

    assert plan() == made
    with open_store(Settings().store_url) as store:
        assert store.latest_plan("35.14", WEEK).version == 2


def test_an_old_workbook_without_edits_is_refused(workbook: Path):
    edited = Path(shutil.copy(workbook, workbook.with_name("lain.xlsx")))
    _, before = next(visit for visit in plan().visits() if visit[1].request.startswith("KM-"))
    forbid(edited, before.request)
    revise(edited)
    with pytest.raises(UnreadableEdits, match="versi terbaru"):
        revise(workbook)


def test_a_visit_forbidden_by_the_planner_is_gone_from_the_plan(workbook: Path):
    _, before = next(visit for visit in plan().visits() if visit[1].request.startswith("KM-"))
    dates = dates_of(before.request)
    forbid(workbook, before.request)

    folder = revise(workbook)

    assert not dates & dates_of(before.request)
    problem = read_problem((folder / "problem.json").read_text())
    assert not check(problem, plan())


def test_an_untouched_workbook_changes_no_request(workbook: Path):
    problem = read_problem((Settings().week_folder(WEEK) / "problem.json").read_text())
    revise(workbook)
    again = read_problem((Settings().week_folder(WEEK) / "problem.json").read_text())
    assert again.requests == problem.requests
    assert again.pins == problem.pins


def test_a_file_that_is_no_workbook_of_the_week_is_refused(workbook: Path):
    workbook.write_bytes(b"nothing")
    with pytest.raises(UnreadableEdits):
        revise(workbook)


def test_a_week_without_a_plan_has_nothing_to_edit(office: Path, tmp_path: Path):
    with pytest.raises(StoreError, match="belum punya rencana"):
        revise(tmp_path / "none.xlsx")
