import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tests.flows.letters import ROWS, write_letters

runner = CliRunner(env={"COLUMNS": "300"})
BAD = "421/009/2026;kemarin;SMA X;Sekolah;Entah;Entah;banyak"


def requests(*arguments: object):
    return runner.invoke(app, ["requests", *map(str, arguments)])


def corrections(home: Path) -> list[Path]:
    return sorted((home / "var/perbaikan").glob("permohonan-*-perbaiki.xlsx"))


def listed(*arguments: str) -> list[dict[str, object]]:
    return json.loads(requests("list", "--format", "json", *arguments).stdout)


@pytest.fixture
def letters(office: Path) -> Path:
    return write_letters(office)


def test_good_rows_are_stored_and_a_second_import_changes_nothing(letters: Path):
    first, again = requests("import", letters), requests("import", letters)
    assert (first.exit_code, again.exit_code) == (0, 0), first.output + again.output
    assert f"{len(ROWS)} surat baru" in first.output
    assert f"0 surat baru, 0 berubah, {len(ROWS)} sudah ada" in again.output
    assert len(listed()) == len(ROWS)


def test_a_changed_row_updates_its_request_and_keeps_history(letters: Path):
    requests("import", letters)
    letters.write_text(letters.read_text().replace(";120", ";150"))
    assert "1 berubah" in requests("import", letters).output
    (changed,) = [row for row in listed() if row["people"] == 150]
    shown = json.loads(requests("show", changed["id"], "--format", "json").stdout)
    assert len(shown[0]["history"]) == 2


def test_bad_rows_are_told_and_written_for_correction(office: Path, tmp_path: Path):
    refused = requests("import", write_letters(office, *ROWS, BAD))
    assert refused.exit_code == 1
    for word in ("Kecamatan", "Jumlah Orang", "Tanggal Surat", "baris 5"):
        assert word in refused.output
    assert len(listed()) == len(ROWS)
    assert len(corrections(tmp_path)) == 1


def test_a_half_mended_correction_is_never_written_over(office: Path, tmp_path: Path):
    letters = write_letters(office, *ROWS, BAD)
    requests("import", letters)
    (mended,) = corrections(tmp_path)
    mended.write_text("half mended")
    requests("import", letters)
    other = office / "lain" / letters.name
    other.parent.mkdir()
    other.write_text(letters.read_text().replace("421/009", "421/010"))
    requests("import", other)
    assert mended.read_text() == "half mended"
    assert len(corrections(tmp_path)) == 2


def test_what_is_left_aside_is_told(office: Path):
    letters = write_letters(office)
    lines = letters.read_text().splitlines()
    letters.write_text(
        "\n".join([f"{lines[0]};Warna Pagar", *(f"{line};hijau" for line in lines[1:])])
    )
    told = requests("import", letters)
    assert told.exit_code == 0
    assert "Warna Pagar" in told.output


def test_an_unreadable_file_leaves_with_2_but_the_good_one_is_kept(letters: Path):
    broken = letters.with_name("rusak.xlsx")
    broken.write_bytes(b"PK\x03\x04 nothing")
    assert requests("import", broken, letters).exit_code == 2
    assert len(listed()) == len(ROWS)
    assert requests("import", letters.with_name("none.csv")).exit_code == 2


def test_withdrawn_and_clarified_requests_say_why(letters: Path):
    requests("import", letters)
    first, second, _ = [str(row["id"]) for row in listed()]
    reason = ("--by", "petugas loket", "--reason", "surat susulan")
    assert requests("withdraw", first, *reason).exit_code == 0
    assert requests("clarify", second, *reason).exit_code == 0
    states = {row["id"]: row["state"] for row in listed()}
    assert (states[first], states[second]) == ("withdrawn", "pending")
    assert requests("clarify", first, *reason).exit_code == 1
    assert "surat susulan" in requests("show", first).output


def test_a_list_holds_no_contact_and_can_be_filtered(letters: Path):
    requests("import", letters)
    assert all("contact" not in row for row in listed())
    assert listed("--state", "withdrawn") == []
    assert requests("list", "--state", "hilang").exit_code == 2
    assert "SMAN 1 Kejayan" in requests("list").output


def test_an_unknown_request_is_refused(office: Path):
    assert requests("show", "tidak-ada").exit_code == 1


def test_a_withdrawn_letter_that_comes_again_is_said_so(letters: Path):
    requests("import", letters)
    withdrawn = str(listed()[0]["id"])
    requests("withdraw", withdrawn, "--by", "petugas loket", "--reason", "batal")
    again = requests("import", letters)
    assert again.exit_code == 1
    assert f"{withdrawn} sudah ditarik" in again.output


def test_an_older_copy_does_not_set_a_letter_back(letters: Path, tmp_path: Path):
    requests("import", letters)
    older = tmp_path / "lama.csv"
    older.write_text(letters.read_text())
    letters.write_text(letters.read_text().replace(";120", ";150"))
    requests("import", letters)
    told = requests("import", older)
    assert "keadaan lama" in told.output
    assert 150 in [row["people"] for row in listed()]
