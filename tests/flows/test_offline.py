from pathlib import Path

import pytest

from tests.flows.commands import run
from tests.flows.letters import write_letters

GUARD = Path(__file__).parent / "no_network"


@pytest.mark.slow
def test_a_week_with_the_embedded_prefect_calls_nobody(office: Path, tmp_path: Path):
    from config.settings import ROOT

    write_letters(office)
    log = tmp_path / "calls"
    log.touch()
    ended = run(
        "week",
        "2026-W49",
        "--seconds",
        3,
        PYTHONPATH=f"{GUARD}:{ROOT}",
        CALLS_LOG=str(log),
        CI="",
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (tmp_path / "var/2026-W49/buku-rencana.html").is_file()
    assert log.read_text() == ""


@pytest.mark.slow
def test_publishing_and_closing_a_week_call_nobody(office: Path, tmp_path: Path):
    from config.settings import ROOT
    from flows.plan_decisions import approve
    from flows.workplace import open_workplace
    from tests.flows.weeks import WEEK, saved_draft

    approve(open_workplace(), saved_draft(), "Kepala Bidang")
    log = tmp_path / "calls"
    log.touch()
    guarded = {"PYTHONPATH": f"{GUARD}:{ROOT}", "CALLS_LOG": str(log), "CI": ""}
    for command in (("publish", WEEK), ("close", WEEK, "--without-reports")):
        ended = run(*command, **guarded)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    assert log.read_text() == ""
