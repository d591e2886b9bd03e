"""Records of a CSV text whose quotation marks may not match: a slip costs one row, no more."""

import csv
import re
from collections.abc import Iterator, Sequence
from statistics import mode

from data.letters.cells import Unclosed, Value

_FEWEST_COLUMNS = 3
Record = tuple[Value, ...]


def read_records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """Records of the lines of a CSV text.

    A quotation mark that nothing closes, that text follows, or that closes only after swallowing
    another row keeps to its own line: the cell it stands in becomes `Unclosed`, and reading goes
    on at the next line.
    """
    return _records(lines, delimiter, _usual_delimiters(lines, delimiter))


def _usual_delimiters(lines: Sequence[str], delimiter: str) -> int | None:
    """Delimiters of most records, of the first ones if in doubt; None if there is no table."""
    lengths = (len(record) for record in _records(lines, delimiter, None))
    wide = [length for length in lengths if length >= _FEWEST_COLUMNS]
    return mode(wide) - 1 if wide else None


def _records(lines: Sequence[str], delimiter: str, usual: int | None) -> Iterator[Record]:
    start = 0
    while start < len(lines):
        rest = (lines[number] for number in range(start, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        values = _next(reader)
        if values is None or (usual and _swallows(values, delimiter, usual)):
            yield _own_line(lines[start], delimiter)
            start += 1
        else:
            yield tuple(values)
            start += reader.line_num


def _next(reader: Iterator[list[str]]) -> list[str] | None:
    try:
        return next(reader)
    except csv.Error:
        return None


def _swallows(values: Sequence[str], delimiter: str, usual: int) -> bool:
    """Whether a cell of several lines makes a record half as long again as others.

    A delimiter before a blank is prose: "meja, kursi".
    """
    inside = re.compile(rf"{re.escape(delimiter)}(?![ \r\n])")
    cells = [value for value in values if "\n" in value or "\r" in value]
    found = len(values) - 1 + sum(len(inside.findall(cell)) for cell in cells)
    return bool(cells) and 2 * found >= 3 * usual


def _own_line(line: str, delimiter: str) -> Record:
    """Cells of one line cut at every delimiter; the one with the odd quotation mark is marked."""
    cells = line.rstrip("\r\n").split(delimiter)
    odd = max(range(len(cells)), key=lambda at: (cells[at].count('"') % 2, '"' in cells[at]))
    texts = [cell.strip('" ') for cell in cells]
    return (*texts[:odd], Unclosed(texts[odd]), *texts[odd + 1 :])
