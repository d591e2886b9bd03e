"""A year of letters in one workbook: read in bounded time and memory, with progress."""

import subprocess
import sys
from pathlib import Path

import pytest

from data.gazetteer import load_gazetteer
from data.letters import read_letters
from tests.data.letters.files import HEADINGS, TODAY, workbook

READ = """
import resource, sys
from tests.data.letters.files import read
from pathlib import Path
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
letters = read(Path(sys.argv[1]))
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(len(letters.requests), len(letters.faults), grown // 1024)
"""


def year(path: Path, letters: int) -> Path:
    """A workbook with so many letters, every fiftieth of them wrong."""
    places = load_gazetteer().desa
    names = load_gazetteer().kecamatan_of
    rows = [
        (
            f"470/{number}/2026",
            f"Desa {desa.name}",
            names[desa.kecamatan_code].name if number % 50 else "Entah",
            desa.name,
            f"{number % 300 + 1} orang",
        )
        for number, desa in enumerate(places * (letters // len(places) + 1))
    ]
    return workbook(path / "setahun.xlsx", {"Surat": [HEADINGS, *rows[:letters]]})


def test_progress_counts_every_row_of_every_sheet(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = year(tmp_path, 100)
    letters = read_letters(path, load_gazetteer(), TODAY, lambda *step: seen.append(step))
    assert seen == [(done, 100) for done in range(1, 101)]
    assert (len(letters.requests), len(letters.faults)) == (98, 2)


@pytest.mark.slow
def test_five_thousand_letters_fit_in_a_small_machine(tmp_path: Path) -> None:
    path = year(tmp_path, 5_000)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    good, wrong, mebibytes = map(int, done.stdout.split())
    assert (good, wrong) == (4_900, 100)
    assert mebibytes < 200
