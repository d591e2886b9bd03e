"""Reads .csv files however an office's spreadsheet wrote them."""

import csv
import io
from pathlib import Path

from data.letters.cells import Row, Sheet
from data.letters.faults import UnreadableLetters
from data.letters.limits import LIMITS, Limits, too_large

_DELIMITERS = ";,\t|"
_SNIFFED_LINES = 20


def read_delimited(path: Path, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """The one sheet of a CSV file: comma, semicolon, tab or bar; UTF-8 or Windows-1252.

    Raises
    ------
    UnreadableLetters
        If the file is no text, has broken quotes, or is too large.
    """
    text = _decoded(path.read_bytes(), path)
    csv.field_size_limit(limits.field_characters)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows: list[Row] = []
    try:
        for number, values in enumerate(reader, start=1):
            if number > limits.rows or len(values) > limits.columns:
                raise too_large(path, f"lebih dari {limits.rows} baris")
            if any(value.strip() for value in values):
                rows.append(Row(number, tuple(values)))
    except csv.Error as error:
        raise UnreadableLetters(
            f"berkas '{path.name}' bukan CSV yang utuh (baris {reader.line_num}); simpan ulang"
        ) from error
    return (Sheet(path.stem, tuple(rows)),)


def _decoded(content: bytes, path: Path) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise UnreadableLetters(
            f"berkas '{path.name}' bukan teks CSV; simpan sebagai .xlsx atau CSV UTF-8"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The delimiter that cuts most of the first lines; commas inside texts must not win."""
    lines = [line for line in text.splitlines() if line.strip()][:_SNIFFED_LINES]

    def strength(delimiter: str) -> tuple[int, int]:
        cuts = sorted(line.count(delimiter) for line in lines)
        return (cuts[len(cuts) // 2] if cuts else 0, sum(cuts))

    return max(_DELIMITERS, key=strength)
