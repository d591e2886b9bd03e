"""Tables that an office edits by hand: every fault at once, each with its place and remedy.

A document (TOML file or workbook) is a set of named tables; a table is a list of rows, and a row
is checked alone, so that one bad row hides no other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from optimizer.faults import Fault

R = TypeVar("R", bound="Record")

_MESSAGES = {
    "missing": "belum diisi",
    "extra_forbidden": "tidak dikenal; periksa ejaannya",
    "string_type": "harus teks",
    "string_too_short": "tidak boleh kosong",
    "int_type": "harus bilangan bulat",
    "int_parsing": "harus bilangan bulat",
    "int_from_float": "harus bilangan bulat",
    "float_type": "harus angka",
    "float_parsing": "harus angka",
    "date_type": "harus tanggal seperti 2026-11-30",
    "date_parsing": "harus tanggal seperti 2026-11-30",
    "date_from_datetime_parsing": "harus tanggal seperti 2026-11-30",
    "date_from_datetime_inexact": "harus tanggal saja, tanpa jam",
    "bool_type": "harus true atau false",
    "bool_parsing": "harus true atau false",
    "list_type": 'harus daftar, seperti ["a", "b"]',
    "tuple_type": 'harus daftar, seperti ["a", "b"]',
    "frozen_set_type": 'harus daftar, seperti ["a", "b"]',
    "dict_type": "harus tabel",
    "model_type": "harus tabel",
    "too_short": "tidak boleh kosong",
    "greater_than_equal": "harus {ge} atau lebih",
    "less_than_equal": "paling besar {le}",
    "enum": "harus salah satu dari {expected}",
    "literal_error": "harus salah satu dari {expected}",
}


class Record(BaseModel):
    """A row as the office writes it; the Indonesian column names are aliases."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True
    )


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row, and where a reader finds it.

    Attributes
    ----------
    place
        ``tim[2]`` in a TOML file, ``lembar Tim baris 4`` in a workbook.
    joint
        Stands between the place and the name of a column.
    """

    place: str
    cells: Mapping[str, Any]
    joint: str = "."

    def at(self, column: str) -> str:
        """Place of a cell."""
        return f"{self.place}{self.joint}{column}"


Tables = Mapping[str, Sequence[Row]]


def read_table(tables: Tables, name: str, record: type[R], faults: list[Fault]) -> tuple[R, ...]:
    """Readable rows of a table; the faults of the others go to ``faults``."""
    read = []
    for row in tables.get(name, ()):
        try:
            read.append(record.model_validate(row.cells))
        except ValidationError as error:
            faults.extend(_row_faults(error, row))
    return tuple(read)


def unknown_tables(tables: Tables, known: Iterable[str]) -> Iterator[Fault]:
    """A fault for each table that nobody reads."""
    names = tuple(known)
    for name in tables:
        if name not in names:
            yield Fault(name, f"tabel tidak dikenal; yang ada: {', '.join(names)}")


def _row_faults(error: ValidationError, row: Row) -> Iterator[Fault]:
    """What pydantic found, in Bahasa Indonesia and with its place."""
    for found in error.errors(include_url=False):
        column = "".join(f"[{p}]" if isinstance(p, int) else str(p) for p in found["loc"])
        pattern = _MESSAGES.get(found["type"])
        context = found.get("ctx", {})
        own = str(context.get("error", found["msg"]))
        message = pattern.format(**context) if pattern else own
        yield Fault(row.at(column) if column else row.place, message)


def repeated(rows: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    """A fault for each (place, name) whose name was used before."""
    first: dict[str, str] = {}
    for place, name in rows:
        if first.setdefault(name, place) != place:
            yield Fault(place, f"'{name}' sudah dipakai di {first[name]}")
