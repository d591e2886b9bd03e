"""Files that an office edits, as tables of rows."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.document_faults import Row, Tables
from data.document_workbook import read_workbook_tables
from optimizer.faults import Fault, InvalidDocument


def read_tables(path: Path) -> Tables:
    """Tables of a TOML file or, by its ending, of an ``.xlsx`` workbook.

    Raises
    ------
    InvalidDocument
        If the file is missing or damaged.
    """
    workbook = path.suffix.lower() == ".xlsx"
    return read_workbook_tables(path) if workbook else _toml_tables(path)


def _toml_tables(path: Path) -> Tables:
    """Arrays of tables; what is no such array becomes a bad row."""
    return {
        name: [Row(f"{name}[{index}]", row) for index, row in enumerate(_rows(rows))]
        for name, rows in _parse(path).items()
    }


def _rows(rows: Any) -> Iterable[Any]:
    return rows if isinstance(rows, list) else [rows]


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        message = f"bukan berkas TOML yang utuh ({error})"
        raise InvalidDocument([Fault(str(path), message)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidDocument([Fault(str(path), f"tidak terbaca ({error})")]) from error
