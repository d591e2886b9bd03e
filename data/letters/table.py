"""A sheet understood as a table of letters: which row is the heading, which column is what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress

from openpyxl.utils import get_column_letter

from data.letters.cells import Row, Sheet, Value, is_blank, text_of
from data.letters.fields import NUMBERING, Field
from data.letters.headings import field_of, heading_key, is_personal

DITTO = frozenset({"sda", "s.d.a", "s.d.a.", "idem", '"', "''", "”", "〃"})
_SEARCHED_ROWS = 30
_FEWEST_COLUMNS = 3
_KEY_FIELDS = (Field.INSTITUTION, Field.LETTER_NUMBER, Field.PEOPLE)
_TOTALS = ("jumlah", "total", "jumlah total", "grand total")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one heading row.

    Attributes
    ----------
    columns
        Positions of each field's columns; forms with branches have several for one field.
    aside
        Rows that hold no letter: lonely remarks, places for signatures.
    """

    sheet: str
    heading: Row
    columns: Mapping[Field, tuple[int, ...]]
    rows: tuple[Row, ...]
    aside: tuple[Row, ...] = ()

    def title(self, column: int) -> str:
        """Heading of a column as written."""
        values = self.heading.values
        return text_of(values[column]) if column < len(values) else get_column_letter(column + 1)

    def personal(self) -> str | None:
        """Heading of a column filled with data of persons, if there is one."""
        for column, heading in enumerate(self.heading.values):
            if is_personal(text_of(heading)) and not all(
                is_blank(at(row, column)) for row in self.rows
            ):
                return text_of(heading)
        return None

    def unknown(self) -> Iterator[tuple[int, str]]:
        """Positions and headings of columns that mean no field."""
        for column, heading in enumerate(self.heading.values):
            title = text_of(heading)
            if title and field_of(title) is None and heading_key(title) not in NUMBERING:
                yield column, title


def at(row: Row, column: int) -> Value:
    """Value of a row in a column; None beyond its end."""
    return row.values[column] if column < len(row.values) else None


def find_table(sheet: Sheet) -> Table | None:
    """The table of a sheet, or None if no row looks like a heading row of letters or persons."""
    searched = sheet.rows[:_SEARCHED_ROWS]
    best = max(searched, key=_headings_in, default=None)
    if best is None or _headings_in(best) < _FEWEST_COLUMNS:
        return None
    below = (row for row in sheet.rows if row.number > best.number)
    rows = _without_ditto(row for row in below if not _is_furniture(row, best))
    columns = _columns(best)
    enough = [_says_enough(row, columns) for row in rows]
    letters = tuple(compress(rows, enough))
    aside = tuple(compress(rows, (not it for it in enough)))
    return Table(sheet.name, best, columns, letters, aside)


def _headings_in(row: Row) -> int:
    texts = [text_of(value) for value in row.values]
    return sum(1 for text in texts if text and (field_of(text) or is_personal(text)))


def _columns(heading: Row) -> dict[Field, tuple[int, ...]]:
    columns: dict[Field, tuple[int, ...]] = {}
    for position, value in enumerate(heading.values):
        field = field_of(text_of(value))
        if field:
            columns[field] = (*columns.get(field, ()), position)
    return columns


def _without_ditto(rows: Iterable[Row]) -> list[Row]:
    """Rows with "s.d.a." (the same as above) replaced by what stands above."""
    written: list[Row] = []
    for row in rows:
        above = written[-1] if written else Row(0, ())
        values = (
            at(above, column) if text_of(value).casefold() in DITTO else value
            for column, value in enumerate(row.values)
        )
        written.append(Row(row.number, tuple(values)))
    return written


def _says_enough(row: Row, columns: Mapping[Field, tuple[int, ...]]) -> bool:
    filled = {column for column, value in enumerate(row.values) if not is_blank(value)}
    keys = {column for name in _KEY_FIELDS for column in columns.get(name, ())}
    return len(filled) > 1 and bool(filled & keys)


def _is_furniture(row: Row, heading: Row) -> bool:
    """Blank rows, totals at the foot, and heading or numbering rows printed again."""
    texts = [text_of(value) for value in row.values if text_of(value)]
    if not texts:
        return True
    numbered = texts == [str(number) for number in range(1, len(texts) + 1)] and len(texts) > 3
    return row.values == heading.values or texts[0].casefold() in _TOTALS or numbered
