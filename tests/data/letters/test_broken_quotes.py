"""A stray quotation mark in a CSV file costs its own row, never the rows after it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.letters import Letters, write_faults_workbook
from data.letters.cells import Row, text_of
from data.letters.delimited import read_delimited
from tests.data.letters.files import HEADINGS, csv_bytes, places, read

HEADING = ";".join((*HEADINGS, "Catatan"))
FIRST = "421/1/2026;SMAN 1 Kejayan;Kejayan;Sladi;90;"
SECOND = "PP/2/2026;Pondok Pesantren Sidogiri;Kraton;Sidogiri;700;"
THIRD = "470/3/2026;Desa Wonokitri;Tosari;Wonokitri;48;"
ALL = ["SMAN 1 Kejayan", "Pondok Pesantren Sidogiri", "Desa Wonokitri"]


def letters(path: Path, *lines: str) -> Letters:
    file = path / "surat.csv"
    file.write_text("\n".join((HEADING, *lines)) + "\n")
    return read(file)


def good(found: Letters) -> list[str]:
    return [name for name, _, _ in places(found)]


def refused(found: Letters) -> list[tuple[int, str]]:
    """Row and column of each fault, all of which must be about quotation marks."""
    assert all("tanda kutip" in fault.message for fault in found.faults)
    return [(fault.row, fault.column) for fault in found.faults]


def test_a_note_that_never_closes_swallows_nobody(tmp_path: Path) -> None:
    found = letters(tmp_path, FIRST + '"mohon segera', SECOND, THIRD)
    assert good(found) == ALL[1:]
    assert refused(found) == [(2, "Catatan")]
    assert "Hapus tanda kutipnya" in found.faults[0].remedy


def test_a_quote_in_the_middle_names_its_own_cell(tmp_path: Path) -> None:
    found = letters(tmp_path, FIRST, SECOND.replace("Pondok", '"Pondok'), THIRD)
    assert (good(found), refused(found)) == ([ALL[0], ALL[2]], [(3, "Nama lembaga")])


def test_a_later_quote_that_happens_to_close_it_hides_nothing(tmp_path: Path) -> None:
    found = letters(tmp_path, FIRST + '"mohon segera', SECOND, THIRD + 'di balai"')
    assert (good(found), refused(found)) == (ALL[1:], [(2, "Catatan")])


@pytest.mark.parametrize(
    "second", [SECOND.replace(";Kraton", '";Kraton'), SECOND.replace("PP/2/2026", 'PP/2/2026"')]
)
def test_a_close_in_the_middle_of_the_next_row_hides_nothing(tmp_path: Path, second: str) -> None:
    found = letters(tmp_path, FIRST + '"mohon segera', second, THIRD)
    assert (2, "Catatan") in refused(found)
    assert ALL[2] in good(found)
    assert "Kraton" not in str([request.note for request in found.requests])


def test_two_rows_with_the_same_slip(tmp_path: Path) -> None:
    found = letters(tmp_path, FIRST + '"mohon segera', SECOND + '"ada genset', THIRD)
    assert (good(found), refused(found)) == (ALL[2:], [(2, "Catatan"), (3, "Catatan")])


def test_text_after_a_closing_quote_is_questioned(tmp_path: Path) -> None:
    found = letters(tmp_path, FIRST.replace("SMAN 1", '"SMAN" 1'), SECOND, THIRD)
    assert (good(found), refused(found)) == (ALL[1:], [(2, "Nama lembaga")])


def test_a_quote_on_the_very_last_row(tmp_path: Path) -> None:
    found = letters(tmp_path, FIRST, SECOND, THIRD + '"balai desa')
    assert (good(found), refused(found)) == (ALL[:2], [(4, "Catatan")])


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_real_line_breaks_and_commas_in_a_cell_are_no_slip(tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "surat.csv"
    rows = [
        (*line.split(";")[:5], 'satu, dua, tiga,\nempat, lima, enam, "tujuh",\ndelapan, sembilan')
        for line in (FIRST, SECOND, THIRD)
    ]
    file.write_bytes(csv_bytes([HEADING.split(";"), *rows], delimiter))
    found = read(file)
    assert (good(found), found.faults) == (ALL, ())


def test_the_refused_row_goes_into_the_workbook_with_its_remark(tmp_path: Path) -> None:
    found = letters(tmp_path, FIRST + '"=mohon segera', SECOND, THIRD)
    out = tmp_path / "perbaikan.xlsx"
    write_faults_workbook(tmp_path / "surat.csv", found.faults, out)
    mended = read(out)
    assert good(mended) == ALL[:1]
    assert mended.requests[0].note == "=mohon segera"


cells = st.text(st.sampled_from('ab" \n'), max_size=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(st.tuples(*[cells.map(lambda text: f"x{text}")] * 4), min_size=3, max_size=6))
def test_what_a_spreadsheet_writes_is_read_as_it_was(
    tmp_path: Path, table: list[tuple[str, ...]]
) -> None:
    file = tmp_path / "tabel.csv"
    file.write_bytes(csv_bytes(table, ";"))
    assert [row.values for row in read_delimited(file)[0].rows] == table


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=st.integers(0, 4), column=st.integers(0, 3), after=st.booleans())
def test_one_slip_anywhere_leaves_every_other_row_alone(
    tmp_path: Path, row: int, column: int, after: bool
) -> None:
    table = [[f"r{line}c{place}" for place in range(4)] for line in range(5)]
    slipped = [list(line) for line in table]
    slipped[row][column] = f'{table[row][column]}"' if after else f'"{table[row][column]}'
    file = tmp_path / "tabel.csv"
    file.write_text("\n".join(map(";".join, slipped)))
    rows: tuple[Row, ...] = read_delimited(file)[0].rows
    assert len(rows) == 5
    kept = [[text_of(value) for value in found.values] for found in rows]
    assert [kept[line] for line in range(5) if line != row] == table[:row] + table[row + 1 :]
