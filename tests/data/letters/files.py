"""Writes the files that tired clerks send."""

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from data.gazetteer import load_gazetteer
from data.letters import Letters, read_letters

TODAY = dt.date(2026, 11, 23)
HEADINGS = ("Nomor surat", "Nama lembaga", "Kecamatan", "Desa/Kelurahan", "Jumlah pemohon")
KEJAYAN = ("421/1/2026", "SMAN 1 Kejayan", "Kejayan", "Sladi", 90)
KRATON = ("PP/2/2026", "Pondok Pesantren Sidogiri", "Kraton", "Sidogiri", 700)
TOSARI = ("470/3/2026", "Desa Wonokitri", "Tosari", "Wonokitri", 48)
Rows = Sequence[Sequence[Any]]


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these sheets."""
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def letters_in(path: Path, *rows: Sequence[Any], headings: Sequence[str] = HEADINGS) -> Letters:
    """What is read from a workbook of one sheet with these rows."""
    return read(workbook(path / "surat.xlsx", {"Surat": [headings, *rows]}))


def csv_bytes(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def read(path: Path) -> Letters:
    """What the door makes of a file."""
    return read_letters(path, load_gazetteer(), TODAY)


def places(letters: Letters) -> list[tuple[str, str, int]]:
    """Institution, kecamatan and head-count of every good row."""
    return [(r.institution, r.site.kecamatan, r.people) for r in letters.requests]
