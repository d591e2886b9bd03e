"""The fleet file is put in order while a week goes on: its papers and reports still work."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.store import StoredPlan
from flows import plan_decisions as decisions
from flows import report_steps
from flows import week_steps as steps
from flows.letter_steps import import_folder
from flows.workplace import open_workplace
from tests.flows.letters import write_letters
from tests.flows.people import fill_in
from tests.flows.weeks import MONDAY, WEEK, monday_visit

pytestmark = pytest.mark.usefixtures("prefect_server")

AWAY = f"""
[[halangan]]
untuk = "T1"
dari = {MONDAY}
sampai = {MONDAY}
peran = "operator"
alasan = "izin sakit"
"""


@pytest.fixture
def struck_out(office: Path) -> StoredPlan:
    """A week approved for a crew with a member away; the absence is no longer in the file."""
    fleet = office / "armada-2026-W49.toml"
    before = fleet.read_text()
    fleet.write_text(before + AWAY)
    place = open_workplace()
    write_letters(office)
    import_folder(place)
    asked = steps.build_problem(place, WEEK, steps.gather_requests(place, WEEK))
    crew = next(team.id for team in asked.problem.teams if team.id.startswith("T1@"))
    plan = monday_visit(asked.problem, people=60)
    stored = steps.save_draft(
        place, asked, replace(plan, duties=(replace(plan.duties[0], team=crew),))
    )
    decisions.approve(place, stored, "Kepala Bidang")
    fleet.write_text(before)
    return stored


def test_it_is_published_and_its_form_is_read(struck_out: StoredPlan, tmp_path: Path):
    from flows.publish import publish_plan

    folder = Path(publish_plan({"plan": WEEK}))
    assert (folder / "lembar-tugas.pdf").is_file()
    assert (folder / "buku-rencana.html").is_file()
    filled = tmp_path / "formulir.xlsx"
    fill_in(folder / "formulir-hasil.xlsx", filled, lambda date, request, planned: (planned, 0, 0))
    (form,) = report_steps.import_forms(open_workplace(), [filled])
    assert form.faults == ()
    assert [report.team for report in form.outcome.new] == [struck_out.plan.duties[0].team]
