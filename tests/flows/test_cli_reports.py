from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from data.store import StoredPlan
from flows.cli import app
from tests.flows.weeks import MONDAY, WEEK, first_letter, published_week


def run(*arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["report", *map(str, arguments)])


@pytest.fixture
def stored(office: Path) -> StoredPlan:
    return published_week()


def add(stored: StoredPlan, *more: object) -> Result:
    request, team = first_letter(stored.problem), stored.plan.duties[0].team
    about = ("--date", MONDAY, "--team", team, "--request", request)
    return run("add", *about, *more)


def test_the_form_is_written_filled_in_and_read(stored: StoredPlan, tmp_path: Path):
    form = tmp_path / "formulir.xlsx"
    assert run("form", WEEK, "-o", form).exit_code == 0
    book = load_workbook(form)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "Terlayani")
    sheet.cell(2, column).value = 57
    book.save(form)
    assert run("missing", WEEK).exit_code == 1
    read = run("import", form)
    assert read.exit_code == 0, read.output
    assert "1 laporan baru" in read.output
    assert run("missing", WEEK).exit_code == 0


def test_a_form_that_is_none_ends_with_2(stored: StoredPlan, tmp_path: Path):
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 bukan\0")
    assert run("import", tmp_path / "x.xlsx").exit_code == 2


def test_a_week_without_a_published_plan_waits_for_no_report(office: Path):
    asked = run("missing", WEEK)
    assert asked.exit_code == 1
    assert "belum punya rencana terbit" in asked.stderr


def test_a_report_is_typed_once_and_corrected(stored: StoredPlan):
    first = add(stored, "--served", 50, "--started", "08.15", "--ended", "11:00")
    assert first.exit_code == 0, first.output
    assert (
        "sudah ada" in add(stored, "--served", 50, "--started", "8.15", "--ended", "11.00").output
    )
    assert "tersimpan" in add(stored, "--served", 51).output


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--served", 50, "--failed", 2), 2),
        (("--served", 50, "--started", "pagi"), 2),
        (("--served", 50, "--started", "11.00", "--ended", "08.00"), 2),
        (("--served", -1), 2),
        (("--served", 50, "--team", "T99"), 1),
    ],
)
def test_a_report_that_cannot_be_is_refused(stored: StoredPlan, more: tuple[object], code: int):
    refused = add(stored, *more)
    assert refused.exit_code == code, refused.output
    assert run("missing", WEEK).exit_code == 1
