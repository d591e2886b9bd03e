"""Writing worksheets that a planner reads, prints and edits: text stays text."""

import datetime as dt
import textwrap
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
LINE = Side("thin", color="D5DCE2")
RULE, BOX = Border(bottom=LINE), Border(LINE, LINE, LINE, LINE)
FONT = "Calibri"  # a font without a name is drawn with serifs by LibreOffice
LINE_HEIGHT, HIGHEST = 15.0, 409.0  # points; Excel refuses a higher row
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
    book: Workbook,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    lowest: float = LINE_HEIGHT,
) -> Worksheet:
    """A new sheet with a heading row, frozen and filtered, ready to print on A4.

    Parameters
    ----------
    lowest
        Height of a row of one line, points; more where people write by hand.
    """
    sheet: Worksheet = book.create_sheet(free_title(book, title))
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(sheet.cell(number, column), value, columns[column - 1])
        sheet.row_dimensions[number].height = max(lowest, _height(row, columns))
    _head(sheet, columns)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    print_on_a4(sheet)
    return sheet


def _put(cell: Cell | MergedCell, value: Value, column: Column) -> None:
    if isinstance(value, str):
        cell.value = _plain(value)
        cell.data_type = "s"  # else a text that begins with "=" would become a formula
        cell.quotePrefix = True
    else:
        cell.value = value
    cell.number_format = column.format
    side = "right" if isinstance(value, int | float) else "left"
    cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True, indent=1)
    cell.border = BOX if column.edit else RULE
    if column.edit:
        cell.fill = EDITABLE


def _height(row: Sequence[Value], columns: Sequence[Column]) -> float:
    """Height that shows every line of a row's texts; LibreOffice finds none by itself."""
    return min(HIGHEST, LINE_HEIGHT * max(map(_lines, row, columns), default=1))


def _lines(value: Value, column: Column) -> int:
    """Lines of a cell, as far as letters are no wider than the digits a width is counted in."""
    if not isinstance(value, str) or column.hidden:
        return 1
    width = max(1, column.width - 1)
    return sum(max(1, len(textwrap.wrap(line, width))) for line in _plain(value).split("\n"))


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
        cell.font = Font(name=FONT, bold=True, color="FFFFFF")
        cell.fill = HEAD
        side = sheet.cell(2, number).alignment.horizontal or "left"
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True, indent=1)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.row_dimensions[1].height = 32


def print_on_a4(sheet: Worksheet, pages_wide: int = 1) -> None:
    """Print a sheet on so many A4 pages side by side, its heading on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages_wide, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
