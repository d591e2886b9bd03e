import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.letters import write_faults_workbook
from data.letters.cells import is_blank, text_of
from data.letters.table import DITTO
from tests.data.letters.files import (
    HEADINGS,
    KEJAYAN,
    KRATON,
    TOSARI,
    csv_bytes,
    places,
    read,
    workbook,
)

WRONG = ("421/9/2026", "SMAN 1 Bangil", "Banggil", "Kersikan", "banyak")


def corrections(path: Path) -> Path:
    """The faults workbook of a file, written beside it."""
    out = path.with_name("perbaikan.xlsx")
    write_faults_workbook(path, read(path).faults, out)
    return out


def only_sheet(path: Path) -> Worksheet:
    return load_workbook(path).worksheets[0]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_refused_rows_carry_their_faults_as_comments(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"surat.{kind}"
    rows = [HEADINGS, KEJAYAN, WRONG, KRATON]
    if kind == "xlsx":
        workbook(path, {"Surat": [["REKAP"], [], *rows]})
    else:
        path.write_bytes(csv_bytes(rows, ";"))
    sheet = only_sheet(corrections(path))
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert [cell.value for cell in sheet[2]] == list(WRONG)
    assert sheet.max_row == 2
    comments = {c.coordinate: c.comment.text for c in sheet[2] if c.comment}
    assert set(comments) == {"C2", "E2"}
    assert "maksud Anda 'Bangil'? Perbaiki" in comments["C2"]
    assert "Tulis satu angka" in comments["E2"]


def test_the_corrected_workbook_is_imported_and_the_letter_keeps_its_id(tmp_path: Path) -> None:
    path = workbook(tmp_path / "surat.xlsx", {"Surat": [HEADINGS, KEJAYAN, WRONG]})
    out = corrections(path)
    book = load_workbook(out)
    book.worksheets[0]["C2"], book.worksheets[0]["E2"] = "Bangil", 120
    book.save(out)
    mended = read(out)
    assert mended.faults == ()
    assert places(mended) == [("SMAN 1 Bangil", "Bangil", 120)]
    right = (*WRONG[:2], "Bangil", "Kersikan", 120)
    direct = read(workbook(tmp_path / "b.xlsx", {"Surat": [HEADINGS, right]}))
    assert mended.requests == direct.requests


def test_the_faults_are_the_same_when_nothing_is_corrected(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "surat.xlsx", {"A": [HEADINGS, WRONG], "B": [HEADINGS, TOSARI, WRONG]}
    )
    again = read(corrections(path))
    assert [(f.sheet, f.column, f.message) for f in again.faults] == [
        (f.sheet, f.column, f.message) for f in read(path).faults
    ]


def test_a_nik_is_not_handed_back(tmp_path: Path) -> None:
    nik = "3514061203089999"
    rows = [(*HEADINGS, "Catatan"), (*KEJAYAN, f"NIK {nik}")]
    out = corrections(workbook(tmp_path / "surat.xlsx", {"Surat": rows}))
    sheet = only_sheet(out)
    assert sheet["F2"].value is None
    assert "NIK" in sheet["F2"].comment.text  # type: ignore[union-attr]
    assert nik not in str(list(sheet.values))
    assert places(read(out)) == [("SMAN 1 Kejayan", "Kejayan", 90)]


@pytest.mark.parametrize("opening", ["", '="'])
def test_a_numbered_list_of_names_is_not_handed_back(tmp_path: Path, opening: str) -> None:
    names = opening + "\n".join(f"{number}. Seorang Siswa" for number in range(1, 8))
    rows = [(*HEADINGS, "Catatan"), (*KEJAYAN, names), (*WRONG, "ada genset")]
    sheet = only_sheet(corrections(workbook(tmp_path / "surat.xlsx", {"Surat": rows})))
    assert sheet["F2"].value is None
    assert sheet["F2"].comment is not None
    assert "Seorang Siswa" not in str(list(sheet.values))
    assert sheet["F3"].value == "ada genset"


def test_the_name_of_a_contact_is_not_handed_back(tmp_path: Path) -> None:
    rows = [(*HEADINGS, "Narahubung"), (*KEJAYAN, "Bapak Seorang Guru"), (*WRONG, "Kepala TU")]
    sheet = only_sheet(corrections(workbook(tmp_path / "surat.xlsx", {"Surat": rows})))
    assert [sheet[cell].value for cell in ("F2", "F3")] == [None, "Kepala TU"]
    comment = sheet["F2"].comment
    assert comment is not None
    assert "nama orang" in comment.text


def test_a_list_of_pupils_is_refused_whole_and_not_copied(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Nama siswa", "Tanggal lahir")
    rows = [headings, (*KEJAYAN, "Seorang Siswa", "1 Januari 2010")]
    path = workbook(tmp_path / "surat.xlsx", {"Daftar": rows})
    letters = read(path)
    assert letters.requests == ()
    assert "data perorangan" in letters.faults[0].message
    sheet = only_sheet(corrections(path))
    assert sheet.max_row == 1
    assert sheet["F1"].comment is not None


def test_a_column_for_pupils_that_is_empty_harms_nobody(tmp_path: Path) -> None:
    rows = [(*HEADINGS, "NIK"), (*KEJAYAN, None), (*KRATON, "-")]
    assert len(read(workbook(tmp_path / "a.xlsx", {"Surat": rows})).requests) == 2


@pytest.mark.parametrize("payload", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("x","y")'])
def test_exported_text_is_never_a_formula(tmp_path: Path, payload: str) -> None:
    path = tmp_path / "surat.csv"
    path.write_bytes(csv_bytes([(*HEADINGS, "Catatan"), (*WRONG, payload)]))
    out = corrections(path)
    cell = only_sheet(out)["F2"]
    assert (cell.value, cell.data_type) == (f"'{payload}", "s")
    book = load_workbook(out)
    book.worksheets[0]["C2"], book.worksheets[0]["E2"] = "Bangil", 120
    book.save(out)
    assert read(out).requests[0].note == payload


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    note=st.text(max_size=40).filter(lambda text: "\0" not in text and text_of(text) not in DITTO)
)
def test_any_text_goes_into_the_workbook_and_back(tmp_path: Path, note: str) -> None:
    path = tmp_path / "surat [akhir]: versi terakhir yang sudah benar.csv"
    path.write_bytes(csv_bytes([(*HEADINGS, "Catatan"), (*WRONG, note)], encoding="utf-8-sig"))
    out = corrections(path)
    book = load_workbook(out)
    book.worksheets[0]["C2"], book.worksheets[0]["E2"] = "Bangil", 120
    book.save(out)
    mended = read(out)
    assert mended.faults == ()
    kept = text_of(note)
    assert (mended.requests[0].note or "") == ("" if is_blank(note) else kept)


def test_a_formula_is_handed_back_as_text(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Surat": [HEADINGS, (*KEJAYAN[:4], "=40+50")]})
    cell = only_sheet(corrections(path))["E2"]
    assert (cell.value, cell.data_type) == ("'=40+50", "s")


def test_a_fault_reads_as_a_sentence(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Surat": [HEADINGS, (*KEJAYAN[:4], None)]})
    assert str(read(path).faults[0]) == (
        "lembar 'Surat', baris 2, kolom 'Jumlah pemohon': Jumlah pemohon kosong. "
        "Isi kolom Jumlah pemohon."
    )


def test_a_missing_column_is_told_on_the_first_cell(tmp_path: Path) -> None:
    rows = [("Nomor surat", "Nama lembaga", "Kecamatan"), ("421/1", "SMAN 1 Kejayan", "Kejayan")]
    path = workbook(tmp_path / "surat.xlsx", {"Surat": rows})
    fault = read(path).faults[0]
    assert (fault.column, fault.cell, fault.message) == (
        "Jumlah pemohon",
        None,
        "Jumlah pemohon kosong",
    )
    assert only_sheet(corrections(path))["A2"].comment is not None


def test_columns_fit_their_texts_and_dates_show_no_clock(tmp_path: Path) -> None:
    date = dt.datetime(2026, 11, 9)  # noqa: DTZ001 - Excel knows no zones
    long = ("421/9/2026", "Pondok Pesantren " * 9, "Banggil", "Kersikan", date)
    path = workbook(tmp_path / "surat.xlsx", {"Surat": [HEADINGS, long]})
    sheet = only_sheet(corrections(path))
    assert [sheet.column_dimensions[letter].width for letter in "ABD"] == [13, 32, 16]
    assert sheet["E2"].number_format == "yyyy-mm-dd"
