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
