"""Everything a tired clerk does to a table."""

import datetime as dt
from pathlib import Path

from openpyxl import Workbook, load_workbook

from data.letters.cells import Row, Sheet
from data.letters.table import find_table
from data.requests import Kind
from tests.data.letters.files import (
    HEADINGS,
    KEJAYAN,
    KRATON,
    TOSARI,
    letters_in,
    places,
    read,
    workbook,
)

BOTH = [("SMAN 1 Kejayan", "Kejayan", 90), ("Pondok Pesantren Sidogiri", "Kraton", 700)]


def test_titles_above_and_signatures_below(tmp_path: Path) -> None:
    rows = [
        ["PEMERINTAH KABUPATEN PASURUAN"],
        ["REKAP PERMOHONAN JEMPUT BOLA"],
        [],
        HEADINGS,
        [1, 2, 3, 4, 5],
        KEJAYAN,
        [],
        KRATON,
        HEADINGS,
        ["Jumlah", None, None, None, 790],
        [None, None, None, "Bangil, 20 November 2026"],
        [None, None, None, "Kepala Seksi"],
    ]
    letters = read(workbook(tmp_path / "a.xlsx", {"Rekap": rows}))
    assert places(letters) == BOTH
    assert letters.faults == ()
    assert [note.row for note in letters.notes] == [11, 12]


def test_row_numbers_are_those_of_the_spreadsheet(tmp_path: Path) -> None:
    rows = [["JUDUL"], [], HEADINGS, KEJAYAN, [], ["421/9", "SMA X", "Kejayan", "Sladi", "banyak"]]
    fault = read(workbook(tmp_path / "a.xlsx", {"Surat": rows})).faults[0]
    assert (fault.row, fault.cell, fault.column) == (6, "E6", "Jumlah pemohon")


def test_merged_cells_mean_the_same_for_every_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["REKAP"])
    sheet.merge_cells("A1:E1")
    sheet.append(list(HEADINGS))
    sheet.append(list(KEJAYAN))
    sheet.append(["421/2/2026", "SMK At Taqwa", None, None, 40])
    sheet.merge_cells("C3:C4")
    sheet.merge_cells("D3:D4")
    book.save(tmp_path / "a.xlsx")
    assert places(read(tmp_path / "a.xlsx")) == [BOTH[0], ("SMK At Taqwa", "Kejayan", 40)]


def test_headings_in_two_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Nomor surat", "Nama lembaga", "Kecamatan", "Jumlah", None])
    sheet.append([None, None, None, "Pemula", "Penggantian"])
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
        sheet.merge_cells(area)
    sheet.append(["421/1/2026", "SMAN 1 Kejayan", "Kejayan", 80, 10])
    book.save(tmp_path / "a.xlsx")
    request = read(tmp_path / "a.xlsx").requests[0]
    assert (request.people, request.first_time, request.replacement) == (90, 80, 10)


def test_several_sheets_and_some_that_are_no_letters(tmp_path: Path) -> None:
    sheets = {
        "Petunjuk": [["Isilah lembar berikutnya"]],
        "Sekolah": [HEADINGS, KEJAYAN],
        "Kosong": [],
        "Pesantren": [tuple(reversed(HEADINGS)), tuple(reversed(KRATON))],
    }
    letters = read(workbook(tmp_path / "a.xlsx", sheets))
    assert places(letters) == BOTH
    assert [(note.sheet, note.message) for note in letters.notes] == [
        ("Petunjuk", "lembar ini tidak dibaca")
    ]


def test_english_headings_in_another_order(tmp_path: Path) -> None:
    letters = letters_in(
        tmp_path,
        (
            "700 persons",
            "Sidogiri",
            "pesantren",
            "Pondok Pesantren Sidogiri",
            "Kraton",
            "PP/2/2026",
        ),
        headings=("Headcount", "Village", "Type", "Institution", "District", "Letter number"),
    )
    assert places(letters) == BOTH[1:]
    assert letters.requests[0].kind is Kind.PESANTREN


def test_a_form_with_branches_has_several_columns_for_one_field(tmp_path: Path) -> None:
    headings = ("Timestamp", "Nama sekolah", "Nama pesantren", "Kecamatan", "Jumlah siswa",
                "Jumlah santri", "No surat")  # fmt: skip
    letters = letters_in(
        tmp_path,
        ("20/11/2026 8:15:02", "SMAN 1 Kejayan", None, "Kejayan", 90, None, "421/1"),
        ("20/11/2026 9:30:00", None, "Pondok Pesantren Sidogiri", "Kraton", None, 700, "PP/2"),
        headings=headings,
    )
    assert places(letters) == BOTH
    assert str(letters.requests[0].received_date) == "2026-11-20"


def test_two_filled_columns_for_one_field_are_questioned(tmp_path: Path) -> None:
    headings = ("No surat", "Nama sekolah", "Nama pesantren", "Kecamatan", "Jumlah")
    row = ("421/1", "SMAN 1 Kejayan", "Pondok Pesantren Sidogiri", "Kejayan", 90)
    fault = letters_in(tmp_path, row, headings=headings).faults[0]
    assert fault.column == "Nama pesantren"
    assert "sudah diisi di kolom 'Nama sekolah'" in fault.message


def test_a_second_telephone_is_no_contradiction(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Telepon", "No. WA")
    row = (*KEJAYAN, "0343-555-0101", "0812-0000-1001")
    request = letters_in(tmp_path, row, headings=headings).requests[0]
    assert request.contact.phone == "0343-555-0101"


def test_the_same_said_twice_is_no_contradiction(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Jumlah siswa")
    assert places(letters_in(tmp_path, (*KEJAYAN, "90"), headings=headings)) == BOTH[:1]


def test_a_name_alone_is_told_but_not_refused(tmp_path: Path) -> None:
    letters = letters_in(tmp_path, KEJAYAN, (None, "mohon segera", None, None, None))
    assert letters.faults == ()
    assert [(note.row, note.message) for note in letters.notes] == [(3, "baris ini tidak dibaca")]


def test_columns_of_no_use_are_named(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Warna seragam")
    letters = letters_in(tmp_path, (*KEJAYAN, "abu-abu"), headings=headings)
    assert places(letters) == BOTH[:1]
    assert [(note.column, note.cell) for note in letters.notes] == [("Warna seragam", "F1")]


def test_stray_spaces_and_invisible_signs(tmp_path: Path) -> None:
    row = (
        " 421/1/2026\u200b",
        "  SMAN  1\u00a0Kejayan\n",
        "Kec.\u00a0KEJAYAN ",
        "ds. sladi",
        " 90 ",
    )
    assert places(letters_in(tmp_path, row)) == BOTH[:1]


def test_a_dash_says_nothing(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Listrik", "Batas akhir", "Telepon")
    request = letters_in(tmp_path, (*KEJAYAN, "-", "–", "n/a"), headings=headings).requests[0]
    assert (request.power, request.deadline, request.contact.phone) == (None, None, None)


def test_ditto_marks_mean_what_stands_above(tmp_path: Path) -> None:
    rows = [
        KEJAYAN,
        ("421/2", "SMK At Taqwa", "s.d.a.", "Sladi", 40),
        ("421/3", "SMA X", '"', "sda", 30),
    ]
    assert places(letters_in(tmp_path, *rows))[1:] == [
        ("SMK At Taqwa", "Kejayan", 40),
        ("SMA X", "Kejayan", 30),
    ]
    first = letters_in(tmp_path, ("421/2", "SMK At Taqwa", "sda", "Sladi", 40)).requests[0]
    assert first.site.kecamatan == "Kejayan"


def test_a_column_of_row_numbers_is_nothing_to_tell(tmp_path: Path) -> None:
    for heading in ("No", "No.", "Nomor"):
        letters = letters_in(tmp_path, (1, *KEJAYAN), headings=(heading, *HEADINGS))
        assert places(letters) == BOTH[:1]
        assert letters.notes == ()


def test_durations_are_no_counts(tmp_path: Path) -> None:
    letters = letters_in(tmp_path, (*KEJAYAN[:4], dt.timedelta(hours=30)))
    assert "beberapa angka" in letters.faults[0].message


def test_numbers_stored_as_text_and_text_with_an_apostrophe(tmp_path: Path) -> None:
    row = ("'421/1/2026", "SMAN 1 Kejayan", "35.14.06", "35.14.06.2025", "'90")
    headings = HEADINGS
    letters = letters_in(tmp_path, row, headings=headings)
    assert [(r.people, r.site.desa) for r in letters.requests] == [(90, "Sladi")]


def test_a_village_that_names_only_itself(tmp_path: Path) -> None:
    headings = ("No surat", "Jenis", "Desa", "Kecamatan", "Jumlah warga", "Nama lembaga")
    row = ("470/3/2026", "Desa", "Wonokitri", "Tosari", 48, None)
    assert places(letters_in(tmp_path, row, headings=headings)) == [
        ("Desa Wonokitri", "Tosari", 48)
    ]


def test_hidden_rows_and_filters_hide_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Surat": [HEADINGS, KEJAYAN, KRATON]})
    book = load_workbook(path)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.worksheets[0].auto_filter.ref = "A1:E3"
    book.save(path)
    assert places(read(path)) == BOTH


def test_all_faults_of_a_row_come_at_once(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Tanggal surat", "Jam kegiatan", "Boleh dibagi")
    row = (None, "SMA X", "Kejyan", "Sladi", "banyak", "kemarin", "pagi", "entah")
    faults = letters_in(tmp_path, row, KEJAYAN, headings=headings).faults
    assert [(fault.row, fault.column) for fault in faults] == [
        (2, column)
        for column in ("Kecamatan", "Jumlah pemohon", "Tanggal surat", "Jam kegiatan",
                       "Boleh dibagi")
    ]  # fmt: skip
    assert all(fault.message and fault.remedy for fault in faults)


def test_the_same_letter_twice_in_a_file_is_told_with_both_rows(tmp_path: Path) -> None:
    letters = letters_in(tmp_path, KEJAYAN, TOSARI, KEJAYAN)
    assert len(letters.requests) == 2
    assert "sudah ada di lembar 'Surat' baris 2" in letters.faults[0].message
    assert letters.faults[0].row == 4


def test_a_row_of_blanks_is_no_row() -> None:

    sheet = Sheet("S", (Row(1, HEADINGS), Row(2, (" ", "", None)), Row(3, KEJAYAN)))
    table = find_table(sheet)
    assert table is not None
    assert [row.number for row in table.rows] == [3]
