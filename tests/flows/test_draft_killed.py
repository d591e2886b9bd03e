"""Drafts killed after any step that keeps something, or long before, and made again.

They end like undisturbed ones, in record and papers.
Every search finds the same plan here, so that records can be compared; ``test_killed`` kills a
search that is real.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from config.settings import ROOT, Settings
from tests.flows.commands import run
from tests.flows.conftest import enter_office, make_office
from tests.flows.killing import Record, kill_after, record
from tests.flows.letters import write_letters
from tests.flows.people import forbid
from tests.flows.weeks import WEEK

COMMANDS = {
    "gather": ("requests", "gather"),
    "week": ("week", WEEK),
    "revise": ("week", WEEK, "--edits"),
}
DRAFT = ("disimpan sebagai", "ada di")
STEPS = [
    ("gather", "surat baru"),
    *(("week", step) for step in ("surat baru", "mencari rencana", *DRAFT)),
    *(("revise", step) for step in ("suntingan dipakai", *DRAFT, "berubah dari versi 1")),
]
SAME_PLAN = f"{Path(__file__).parent / 'same_plan'}:{ROOT}"
Homes = Mapping[str, Path]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("drafts killed")]


@pytest.fixture(scope="module")
def homes(prefect_api: str, tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """An office before each command."""
    start, planned = (tmp_path_factory.mktemp("office") / name for name in ("start", "planned"))
    make_office(start)
    write_letters(start / "kantor")
    shutil.copytree(start, planned)
    with pytest.MonkeyPatch.context() as patch:
        enter_office(planned, patch)
        finishes("week", prefect_api)
        workbook = Settings().week_folder(WEEK) / "buku-kerja.xlsx"
        forbid(Path(shutil.copy(workbook, planned / "suntingan.xlsx")), school())
    return {"gather": start, "week": start, "revise": planned}


@pytest.fixture(scope="module")
def undisturbed(
    homes: Homes, prefect_api: str, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Record]:
    """What each command keeps when nobody kills it."""
    kept = {}
    for name in COMMANDS:
        with pytest.MonkeyPatch.context() as patch:
            enter(homes[name], tmp_path_factory.mktemp(name), patch)
            finishes(name, prefect_api)
            kept[name] = record()
    assert [plan[0] for plan in kept["revise"]["plan"]] == [1, 2]
    return kept


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_killed_after_a_step(
    undisturbed: Mapping[str, Record],
    homes: Homes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    prefect_api: str,
    name: str,
    step: str,
):
    enter(homes[name], tmp_path, monkeypatch)
    kill_after(step, *command(name), PYTHONPATH=SAME_PLAN, PREFECT_API_URL=prefect_api)
    finishes(name, prefect_api)
    assert record() == undisturbed[name]
    assert not [path for path in Settings().var.iterdir() if path.name.startswith(f".{WEEK}")]


def enter(home: Path, copy: Path, patch: pytest.MonkeyPatch) -> None:
    shutil.copytree(home, copy, dirs_exist_ok=True)
    enter_office(copy, patch)


def command(name: str) -> tuple[object, ...]:
    edits = (Settings().var.parent / "suntingan.xlsx",) if name == "revise" else ()
    return (*COMMANDS[name], *edits)


def finishes(name: str, api: str) -> None:
    ended = run(*command(name), PYTHONPATH=SAME_PLAN, PREFECT_API_URL=api)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def school() -> str:
    return next(name for name, state, *_ in record()["request"] if state == "planned")
