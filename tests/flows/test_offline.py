"""The whole cycle with every call beyond this machine noted and refused."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.settings import ROOT, Settings
from flows.plan_decisions import find_plan
from flows.workplace import open_workplace
from tests.flows.commands import run, start, wait_for
from tests.flows.conftest import free_port
from tests.flows.letters import WEEK, write_letters
from tests.flows.people import fill_in
from tests.flows.regencies import make_regencies
from tests.flows.waiting import end_of

GUARD = Path(__file__).parent / "no_network"

pytestmark = pytest.mark.slow


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Environment of a process without a network; nobody may have tried to use one."""
    calls = tmp_path / "calls"
    calls.touch()
    yield {"PYTHONPATH": f"{GUARD}:{ROOT}", "CALLS_LOG": str(calls), "CI": ""}
    assert calls.read_text() == ""


@pytest.fixture
def jemputbola(guarded: dict[str, str], prefect_api: str) -> Callable[..., None]:
    """Runs a command to its good end, with a Prefect server on this machine."""

    def command(*arguments: object) -> None:
        ended = run(*arguments, **guarded, PREFECT_API_URL=prefect_api)
        assert ended.returncode == 0, ended.stdout + ended.stderr

    return command


def test_a_week_with_the_embedded_prefect_calls_nobody(office: Path, guarded: dict[str, str]):
    write_letters(office)
    ended = run("week", WEEK, "--seconds", 3, **guarded)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (Settings().week_folder(WEEK) / "buku-rencana.html").is_file()


def test_a_planned_week_goes_to_its_end_calling_nobody(
    planned: Path, jemputbola: Callable[..., None]
):
    jemputbola("requests", "gather")
    jemputbola("week", WEEK, "--seconds", 2, "--edits", planned / "buku-kerja.xlsx")
    publish(jemputbola)
    jemputbola("replan", WEEK, "--since", "2026-12-02", "--seconds", 2)
    publish(jemputbola)
    jemputbola("outbox", "list", WEEK)
    report(jemputbola)
    jemputbola("close", WEEK)
    for ledger in (("promises", WEEK), ("kecamatan", WEEK), ("cards",)):
        jemputbola("ledger", *ledger)
    jemputbola("db", "check")


def test_many_offices_call_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jemputbola: Callable[..., None]
):
    folders = make_regencies(tmp_path / "kabupaten", 2, letters=3)
    monkeypatch.setenv("JEMPUTBOLA_REGENCIES", str(tmp_path / "kabupaten"))
    monkeypatch.setenv("JEMPUTBOLA_VAR", str(tmp_path / "var"))
    jemputbola("regencies", WEEK, "--seconds", 0.5, "--workers", 2)
    assert all((folder / "var" / WEEK / "buku-rencana.html").is_file() for folder in folders)


def publish(jemputbola: Callable[..., None]) -> None:
    jemputbola("approve", WEEK, "--by", "Kepala Bidang")
    jemputbola("publish", WEEK)


def report(jemputbola: Callable[..., None]) -> None:
    form, filled = (Settings().var.parent / name for name in ("kosong.xlsx", "terisi.xlsx"))
    jemputbola("report", "form", WEEK, "-o", form)
    fill_in(form, filled, lambda date, request, planned: (planned, 0, 0))
    jemputbola("report", "import", filled)
    duty = find_plan(open_workplace(), WEEK).plan.duties[0]
    about = ("--date", duty.date, "--team", duty.team, "--request", duty.stops[0].request)
    jemputbola("report", "add", *about, "--served", 1)
    jemputbola("report", "missing", WEEK)


def test_the_office_with_one_pc_starts_calling_nobody(office: Path, guarded: dict[str, str]):
    pc = start("serve", "--port", free_port(), **guarded)
    try:
        wait_for(pc, "Jadwal berjalan")
        with pytest.raises(subprocess.TimeoutExpired):
            pc.wait(10)
    finally:
        os.killpg(pc.pid, signal.SIGINT)
        end_of(pc)
