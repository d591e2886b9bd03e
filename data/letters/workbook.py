"""Reads an .xlsx workbook as bare cells: no formula, macro or link is ever followed."""

import datetime as dt
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.letters.archive import refuse_hostile_archive
from data.letters.cells import Formula, Row, Sheet, Value
from data.letters.faults import UnreadableLetters
from data.letters.limits import LIMITS, Limits, too_large

_PLAIN = (str, bool, int, float, dt.datetime, dt.date, dt.time)


def read_workbook(path: Path, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """Sheets of a workbook, merged cells filled downwards.

    Raises
    ------
    UnreadableLetters
        If the file is damaged, locked, hostile or too large.
    """
    refuse_hostile_archive(path, limits)
    try:
        # Opened here, because openpyxl would go by the ending; its warnings speak to programmers.
        with path.open("rb") as content, warnings.catch_warnings(action="ignore"):
            book = load_workbook(content, keep_links=False, keep_vba=False, rich_text=False)
    except Exception as error:  # a damaged part raises whatever it leads openpyxl into
        raise UnreadableLetters(
            f"berkas '{path.name}' bukan buku kerja Excel yang utuh; "
            "buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx"
        ) from error
    return tuple(_sheet(sheet, path, limits) for sheet in book.worksheets)


def _sheet(sheet: Worksheet, path: Path, limits: Limits) -> Sheet:
    if sheet.max_row > limits.rows or sheet.max_column > limits.columns:
        raise too_large(
            path,
            f"lembar '{sheet.title}' lebih dari {limits.rows} baris atau {limits.columns} kolom",
        )
    return Sheet(sheet.title, tuple(_rows(sheet, _merged(sheet))))


def _rows(sheet: Worksheet, merged: dict[tuple[int, int], Any]) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        values = tuple(
            _value(merged.get((number, column), cell.value), cell.data_type)
            for column, cell in enumerate(cells, start=1)
        )
        if any(value not in (None, "") for value in values):
            yield Row(number, values)


def _merged(sheet: Worksheet) -> dict[tuple[int, int], Any]:
    """Values of cells below the first one of a merged range: a clerk means "the same"."""
    return {
        (row, area.min_col): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, area.max_row + 1)
    }


def _value(value: Any, data_type: str) -> Value:
    if isinstance(value, dt.timedelta):
        return str(value)
    # openpyxl types a formula "f", its error "e"; array formulas come as objects of their own.
    if data_type in ("f", "e") or not isinstance(value, _PLAIN):
        return None if value is None else Formula(str(value))
    return value
