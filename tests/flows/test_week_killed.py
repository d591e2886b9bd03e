"""Reports, a closing and a changed week, killed anywhere and run again, end like undisturbed ones.

Random moments have a seed; every statement of the record has its own in ``test_killed_inside``.
"""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from config.settings import Settings
from tests.flows.commands import run
from tests.flows.conftest import enter_office, make_office
from tests.flows.killing import Record, kill_after, kill_within, record
from tests.flows.people import break_down, hand_in_form
from tests.flows.weeks import MONDAY, WEEK, published_week

COMMANDS = {
    "report": ("report", "import"),
    "close": ("close", WEEK),
    "replan": ("replan", WEEK, "--since", MONDAY, "--seconds", 2),
}
STEPS = [
    ("report", "laporan baru"),
    ("close", "laporan baru"),
    ("close", "ditutup"),
    ("replan", "disimpan sebagai"),
    ("replan", "ada di"),
    ("replan", "harus diberi tahu"),
]
CHANCE = random.Random(6)
MOMENTS = [
    ("report", CHANCE.uniform(0.8, 2.0)),
    ("report", CHANCE.uniform(0.8, 2.0)),
    ("close", CHANCE.uniform(2, 6)),
    ("close", CHANCE.uniform(2, 6)),
    ("replan", CHANCE.uniform(2, 9)),
    ("replan", CHANCE.uniform(2, 9)),
]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("weeks killed")]


def prepare() -> None:
    """A published week with two forms of its only visit, whose vehicle breaks down."""
    stored = published_week()
    hand_in_form(stored, "1.csv", "50;8;2;sidik jari aus;08.05;11.40")
    hand_in_form(stored, "2.csv", "55;3;2;sidik jari aus;08.05;11.40")
    break_down(stored.plan.duties[0].vehicle, MONDAY)


def command(name: str) -> tuple[object, ...]:
    forms = sorted((Settings().var / "laporan").iterdir()) if name == "report" else ()
    return (*COMMANDS[name], *forms)


@pytest.fixture(scope="module")
def undisturbed(prefect_api: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Record]:
    """What each command keeps when nobody kills it."""
    kept = {}
    for name in COMMANDS:
        home = tmp_path_factory.mktemp(name)
        make_office(home)
        with pytest.MonkeyPatch.context() as patch:
            enter_office(home, patch)
            prepare()
            finishes(name, prefect_api)
            kept[name] = record()
    return kept


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_killed_after_a_step(
    undisturbed: Mapping[str, Record], office: Path, prefect_api: str, name: str, step: str
):
    prepare()
    kill_after(step, *command(name), PREFECT_API_URL=prefect_api)
    finishes(name, prefect_api)
    assert record() == undisturbed[name]


@pytest.mark.parametrize(("name", "seconds"), MOMENTS)
def test_killed_at_any_time(
    undisturbed: Mapping[str, Record], office: Path, prefect_api: str, name: str, seconds: float
):
    prepare()
    kill_within(seconds, *command(name), PREFECT_API_URL=prefect_api)
    finishes(name, prefect_api)
    assert record() == undisturbed[name]


def finishes(name: str, prefect_api: str) -> None:
    ended = run(*command(name), PREFECT_API_URL=prefect_api)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert not [path for path in Settings().var.iterdir() if path.name.startswith(f".{WEEK}")]
