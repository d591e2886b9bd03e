"""Workbooks that an office edits instead of a TOML file: one sheet a table, headings in row one."""

from pathlib import Path
from typing import Any

from data.document_faults import Row, Tables
from data.letters.cells import Formula, Sheet, Value, is_blank, text_of
from data.letters.faults import UnreadableLetters
from data.letters.workbook import read_workbook
from optimizer.faults import Fault, InvalidDocument

# Columns that hold several values, separated by commas.
LISTS = frozenset({"peran", "layanan", "hari", "istirahat", "npsn"})
# Columns that are texts even when somebody writes a number.
TEXTS = frozenset({"id", "nama", "depo", "untuk", "alasan"})
# In these sheets the column names one role, not several.
SINGLE = frozenset({("halangan", "peran")})


def read_workbook_tables(path: Path) -> Tables:
    """Tables of a workbook; sheet and heading names are matched in any case, spaces as ``_``.

    Raises
    ------
    InvalidDocument
        If the workbook cannot be read.
    """
    try:
        sheets = read_workbook(path)
    except UnreadableLetters as error:
        raise InvalidDocument([Fault(path.name, str(error))]) from error
    return {_word(sheet.name): _table(sheet) for sheet in sheets if sheet.rows}


def _table(sheet: Sheet) -> list[Row]:
    heading, *rows = sheet.rows
    columns = [_word(str(value or "")) for value in heading.values]
    return [
        Row(
            f"lembar {sheet.name} baris {row.number}",
            {
                column: _cell(_word(sheet.name), column, value)
                for column, value in zip(columns, row.values, strict=False)
                if column and not is_blank(value)
            },
            joint=" kolom ",
        )
        for row in rows
    ]


def _cell(table: str, column: str, value: Value) -> Any:
    if isinstance(value, Formula):
        return value  # no record accepts it: formulas are named as faults, never evaluated
    if column in LISTS and (table, column) not in SINGLE:
        return [part.strip() for part in text_of(value).split(",") if part.strip()]
    return text_of(value) if column in TEXTS else value


def _word(text: str) -> str:
    return "_".join(text.casefold().split())
