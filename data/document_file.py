"""TOML files that an office edits, as tables of rows."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.document_faults import Row, Tables
from optimizer.faults import Fault, InvalidDocument


def read_toml_tables(path: Path) -> Tables:
    """Arrays of tables of a TOML file; what is no such array becomes a bad row.

    Raises
    ------
    InvalidDocument
        If the file is missing or no TOML.
    """
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
