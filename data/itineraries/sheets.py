"""Writing worksheets that a planner reads, prints and edits: text stays text."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | dt.date | dt.time | None

HEAD = PatternFill("solid", fgColor="0B5C6B")
EDITABLE = PatternFill("solid", fgColor="FFF8E1")
RULE = Border(bottom=Side("thin", color="D5DCE2"))
FORBIDDEN_IN_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; one with ``edit`` is coloured as the planner's to change."""

    title: str
    width: int
    edit: bool = False
    hidden: bool = False
    format: str = "General"


def add_table(
    book: Workbook, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]
) -> Worksheet:
    """A new sheet with a heading row, frozen and filtered, ready to print on A4."""
    sheet: Worksheet = book.create_sheet(free_title(book, title))
    _head(sheet, columns)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(sheet.cell(number, column), value, columns[column - 1])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    _print_on_a4(sheet)
    return sheet


def _put(cell: Cell | MergedCell, value: Value, column: Column) -> None:
    if isinstance(value, str):
        cell.value = _plain(value)
        cell.data_type = "s"  # else a text that begins with "=" would become a formula
        cell.quotePrefix = True
    else:
        cell.value = value
    cell.number_format = column.format
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = RULE
    if column.edit:
        cell.fill = EDITABLE


def _plain(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def free_title(book: Workbook, title: str) -> str:
    """A sheet name Excel accepts and the workbook does not have yet."""
    plain = _plain(title).translate(FORBIDDEN_IN_TITLE).strip() or "-"
    taken = {name.casefold() for name in book.sheetnames}
    names = (plain[:31], *(f"{plain[:27]} ({n})" for n in range(2, 99)))
    return next(name for name in names if name.casefold() not in taken)


def _head(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(1, number, column.title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = HEAD
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.row_dimensions[1].height = 32


def _print_on_a4(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
