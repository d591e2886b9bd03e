"""The same three letters, in every format an office sends them."""

from pathlib import Path

import pytest

from data.letters import UnreadableLetters
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

ROWS = (HEADINGS, KEJAYAN, KRATON, TOSARI)
EXPECTED = [
    ("SMAN 1 Kejayan", "Kejayan", 90),
    ("Pondok Pesantren Sidogiri", "Kraton", 700),
    ("Desa Wonokitri", "Tosari", 48),
]


@pytest.mark.parametrize("name", ["surat.xlsx", "surat.XLSX", "surat.xls", "surat", "surat.csv"])
def test_a_workbook_under_any_name(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Surat": ROWS}).rename(tmp_path / name)
    assert places(read(path)) == EXPECTED


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_in_every_dialect_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "surat.csv"
    path.write_bytes(csv_bytes(ROWS, delimiter, encoding))
    letters = read(path)
    assert places(letters) == EXPECTED
    assert letters.faults == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_beyond_ascii_survive(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "surat.csv"
    row = ("421/1", "SMA «Ma’arif» – Pésantrén", "Kejayan", "Sladi", "90")
    path.write_bytes(csv_bytes((HEADINGS, row), ";", encoding))
    assert read(path).requests[0].institution == "SMA «Ma’arif» – Pésantrén"


def test_commas_and_line_ends_inside_cells(tmp_path: Path) -> None:
    path = tmp_path / "surat.csv"
    rows = ((*HEADINGS, "Catatan"), (*KEJAYAN, "genset, kabel,\nmeja, kursi, tenda, dan aula"))
    path.write_bytes(csv_bytes(rows, ";"))
    assert read(path).requests[0].note == "genset, kabel, meja, kursi, tenda, dan aula"


def test_blanks_after_the_commas_of_a_typed_table(tmp_path: Path) -> None:
    path = tmp_path / "surat.csv"
    path.write_text("\n".join(", ".join(map(str, row)) for row in ROWS))
    assert places(read(path)) == EXPECTED


def test_titles_and_the_separator_line_of_excel_before_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "surat.csv"
    path.write_bytes(b"sep=;\r\nREKAP PERMOHONAN, November\r\n;;;;\r\n" + csv_bytes(ROWS, ";"))
    assert places(read(path)) == EXPECTED


def test_the_same_letters_have_the_same_ids_in_every_format(tmp_path: Path) -> None:
    book = workbook(tmp_path / "a.xlsx", {"Surat": ROWS})
    text = tmp_path / "b.csv"
    text.write_bytes(csv_bytes(ROWS, "\t", "utf-8-sig"))
    assert read(book).requests == read(text).requests


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04 terpotong", "rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excel lama"),
        (b"<html><table><tr><td>Nama</td></tr></table></html>", "halaman web"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "bukan teks"),
        (b"halo\nini bukan tabel\n", "tidak memuat tabel surat"),
        (b"Nama,Umur,Warna\nA,1,biru\n", "tidak memuat tabel surat"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "surat.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableLetters, match=reason):
        read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLetters, match="tidak ada; periksa nama"):
        read(tmp_path / "hilang.xlsx")


def test_a_workbook_with_headings_only_is_told(tmp_path: Path) -> None:
    letters = read(workbook(tmp_path / "a.xlsx", {"Surat": [["REKAP"], HEADINGS]}))
    assert (letters.requests, letters.faults) == ((), ())
    assert [(note.sheet, note.row, note.message) for note in letters.notes] == [
        ("Surat", 2, "tidak ada surat di bawah judul kolomnya")
    ]


def test_a_sheet_with_letters_is_not_called_empty(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Isi": [HEADINGS, KEJAYAN], "Kosong": [HEADINGS]})
    assert [note.sheet for note in read(path).notes] == ["Kosong"]
