"""Reads .csv files however an office's spreadsheet wrote them."""

import io
from collections.abc import Sequence
from pathlib import Path
from statistics import median_high

from data.letters.cells import Row, Sheet, text_of
from data.letters.faults import UnreadableLetters
from data.letters.limits import LIMITS, Limits, too_large
from data.letters.quoted import read_records

_DELIMITERS = ";,\t|"
_SNIFFED_LINES = 20


def read_delimited(path: Path, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """The one sheet of a CSV file: comma, semicolon, tab or bar; UTF-8 or Windows-1252.

    A row whose quotation marks do not match is kept to its own line, its cell marked.

    Raises
    ------
    UnreadableLetters
        If the file is no text, or is too large.
    """
    text = _decoded(path.read_bytes(), path)
    lines = io.StringIO(text, newline="").readlines()
    if max(map(len, lines), default=0) > limits.line_characters:
        raise too_large(path, f"satu baris lebih dari {limits.line_characters} huruf")
    rows: list[Row] = []
    for number, values in enumerate(read_records(lines, _delimiter(text)), start=1):
        if number > limits.rows or len(values) > limits.columns:
            raise too_large(path, f"lebih dari {limits.rows} baris atau {limits.columns} kolom")
        if any(map(text_of, values)):
            rows.append(Row(number, values))
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

    def strength(sign: str) -> tuple[tuple[int, int], tuple[int, int]]:
        without_prose = [f"{line} ".replace(f"{sign} ", "") for line in lines]
        return _cuts(sign, without_prose), _cuts(sign, lines)

    return max(_DELIMITERS, key=strength)


def _cuts(delimiter: str, lines: Sequence[str]) -> tuple[int, int]:
    """Median and sum of the delimiter's cuts."""
    cuts = [line.count(delimiter) for line in lines]
    return (median_high(cuts) if cuts else 0, sum(cuts))
