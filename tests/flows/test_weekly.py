from pathlib import Path

import pytest

from config.settings import Settings
from data.store import open_store
from optimizer.check import check
from optimizer.plan_file import read_plan
from optimizer.problem_file import read_problem
from tests.flows.letters import ROWS, WEEK, write_letters

PAPERS = {"problem.json", "plan.json", "buku-rencana.html", "lembar-tugas.pdf"}

pytestmark = pytest.mark.usefixtures("prefect_server")


def plan_week(**options: object) -> Path:
    from flows.weekly import weekly_plan

    return Path(weekly_plan({"week": WEEK, "seconds": 2, **options}))


def test_a_week_leaves_a_checked_plan_and_its_papers(planned: Path):
    assert {path.name for path in planned.iterdir()} >= PAPERS
    problem = read_problem((planned / "problem.json").read_text())
    plan = read_plan((planned / "plan.json").read_text())
    assert not check(problem, plan)
    assert plan.duties
    kinds = [request.kind for request in problem.requests]
    assert kinds.count("kenduren_mas") == 24
    assert len(kinds) == 24 + len(ROWS)


def test_no_half_written_folder_is_left(planned: Path):
    assert not [path for path in planned.parent.iterdir() if path.name.startswith(".2026")]


def test_a_second_run_doubles_no_letter(planned: Path):
    plan_week()
    with open_store(Settings().store_url) as store:
        assert len(store.open_requests("35.14")) == len(ROWS)
        versions = [plan.version for plan in store.plan_versions("35.14", WEEK)]
    assert versions == list(range(1, len(versions) + 1))


def test_a_bad_row_is_written_for_correction_and_the_good_ones_are_planned(office: Path):
    write_letters(office, *ROWS, "421/009/2026;kemarin;SMA X;Sekolah;Entah;Entah;banyak")
    problem = read_problem((plan_week() / "problem.json").read_text())
    assert len(problem.requests) == 24 + len(ROWS)
    assert list((Settings().var / "perbaikan").glob("*.xlsx"))


def test_an_invalid_plan_is_never_stored(office: Path, monkeypatch: pytest.MonkeyPatch):
    from flows import week_steps

    write_letters(office)
    broken = week_steps.Violation("rusak", "duties[0]", "dibuat-buat")
    monkeypatch.setattr(week_steps, "check", lambda problem, plan: (broken,))
    with pytest.raises(week_steps.InvalidPlan, match="dibuat-buat"):
        plan_week()
    assert not Settings().week_folder(WEEK).exists()
    with open_store(Settings().store_url) as store:
        assert store.latest_plan("35.14", WEEK) is None


def test_artifacts_tell_the_planner_what_came_out_and_hold_no_contact(planned: Path):
    from prefect.client.orchestration import get_client

    keys = ("ringkasan-2026-w49", "tugas-2026-w49", "belum-terlayani-2026-w49")
    with get_client(sync_client=True) as client:
        newest = {one.key: one for one in client.read_latest_artifacts()}
    text = " ".join(str(newest[key].data) for key in keys)
    assert "Kenduren Mas Kecamatan" in text
    assert "phone" not in text


def test_the_week_is_refused_when_it_is_no_week(office: Path):
    from flows.weekly import weekly_plan

    with pytest.raises(Exception, match="week"):
        weekly_plan({"week": "2026-49"})
