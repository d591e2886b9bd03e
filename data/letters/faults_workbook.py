"""The refused rows as a workbook to correct and import again: each fault a comment on its cell."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.itineraries.sheets import print_on_a4
from data.letters.cells import Formula, Row, Unclosed, Value, neutral, text_of
from data.letters.faults import LetterFault, Misread
from data.letters.fields import Field
from data.letters.private import refuse_personal
from data.letters.sheets import read_sheets
from data.letters.table import Table, find_table
from data.letters.words import read_role

_FAULTY = PatternFill("solid", fgColor="FFF2CC")
_HEADING = Font(name="Calibri", bold=True)
_WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
_NARROWEST, _WIDEST = 12, 32
_PAGES_WIDE = 3  # a form has some 25 columns
_MIDNIGHT = dt.time()
_NOT_IN_TITLES = re.compile(r"[\\*?:/\[\]]")
_LONGEST_TITLE = 31
_AUTHOR = "jemputbola"
FaultsByRow = Mapping[int, Sequence[LetterFault]]


def write_faults_workbook(path_in: Path, faults: Sequence[LetterFault], path_out: Path) -> None:
    """Write the refused rows of ``path_in`` with their faults as cell comments.

    Good rows are left out; cells refused for personal data are left empty. The workbook can
    be corrected and imported as it is.

    Raises
    ------
    UnreadableLetters
        If ``path_in`` can no longer be read.
    """
    book = Workbook()
    del book[book.sheetnames[0]]
    by_sheet: dict[str, dict[int, list[LetterFault]]] = defaultdict(lambda: defaultdict(list))
    for fault in faults:
        by_sheet[fault.sheet][fault.row].append(fault)
    for table in filter(None, map(find_table, read_sheets(path_in))):
        if table.sheet in by_sheet:
            title = _NOT_IN_TITLES.sub("-", table.sheet)[:_LONGEST_TITLE]
            _write_table(book.create_sheet(title), table, by_sheet[table.sheet])
    book.save(path_out)


def _write_table(sheet: Worksheet, table: Table, faults: FaultsByRow) -> None:
    sheet.append([_safe(value) for value in table.heading.values])
    sheet.freeze_panes = "A2"
    for position in range(1, len(table.heading.values) + 1):
        sheet.cell(1, position).font = _HEADING
    _comment(sheet, 1, table, faults.get(table.heading.number, ()))
    refused = (row for row in table.rows if row.number in faults)
    for position, row in enumerate(refused, start=2):
        sheet.append(_handed_back(row, table))
        _comment(sheet, position, table, faults[row.number])
    _make_legible(sheet)


def _make_legible(sheet: Worksheet) -> None:
    """Columns as wide as their texts want, dates without a clock; legible on paper."""
    for position, cells in enumerate(sheet.columns, start=1):
        longest = max(len(str(cell.value or "")) for cell in cells)
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(position)].width = width
        for cell in cells:
            cell.alignment = _WRAPPED
            if isinstance(cell.value, dt.datetime) and cell.value.time() == _MIDNIGHT:
                cell.number_format = "yyyy-mm-dd"
    print_on_a4(sheet, _PAGES_WIDE)


def _comment(sheet: Worksheet, position: int, table: Table, faults: Sequence[LetterFault]) -> None:
    by_column: dict[int, list[str]] = defaultdict(list)
    for fault in faults:
        by_column[_column(fault, table)].append(fault.advice)
    for column, messages in by_column.items():
        cell = sheet.cell(position, column + 1)
        assert isinstance(cell, Cell)
        cell.comment = Comment("\n".join(messages), _AUTHOR, height=120, width=320)
        cell.fill = _FAULTY


def _column(fault: LetterFault, table: Table) -> int:
    """Position of a fault's column; the first one for a column that is missing."""
    titles = [text_of(value) for value in table.heading.values]
    return titles.index(fault.column) if fault.column in titles else 0


def _handed_back(row: Row, table: Table) -> list[Value]:
    roles = table.columns.get(Field.CONTACT_ROLE, ())
    return [
        None if column in roles and _refused(read_role, value) else _safe(value)
        for column, value in enumerate(row.values)
    ]


def _safe(value: Value) -> Value:
    if _refused(refuse_personal, value):
        return None
    if isinstance(value, Formula | Unclosed):
        value = value.text
    return neutral(_writable(value)) if isinstance(value, str) else value


def _refused(read: Callable[[Value], object], value: Value) -> bool:
    try:
        read(value)
    except Misread:
        return True
    return False


def _writable(text: str) -> str:
    """A text without the control characters that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub(lambda sign: " " if sign[0].isspace() else "", text)
