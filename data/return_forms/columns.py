"""Columns of the return form: heading, other spellings, and how a cell is read."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from data.letters.cells import Value, text_of
from data.letters.counts import read_count
from data.letters.dates import read_date
from data.letters.faults import Misread
from data.letters.words import read_text
from data.places.names import plain

_TIME = re.compile(r"(\d{1,2})[.:](\d{2})(?::\d{2})?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the form; ``field`` is that of the field report, None for what only informs."""

    heading: str
    field: str | None
    width: int
    others: tuple[str, ...] = ()

    @property
    def spellings(self) -> frozenset[str]:
        """Headings that mean this column, plainly written."""
        return frozenset(map(plain, (self.heading, *self.others)))


COLUMNS = (
    Column("Tanggal", "date", 14, ("tgl", "hari", "date")),
    Column("Tim", "team", 12, ("team",)),
    Column("Permohonan", "request", 34, ("id permohonan", "kode permohonan", "request")),
    Column("Tempat", None, 34),
    Column("Direncanakan", None, 16),
    Column("Terlayani", "served", 13, ("dilayani", "jumlah terlayani", "served")),
    Column("Tidak hadir", "absent", 14, ("absen", "tidak datang", "absent")),
    Column("Gagal", "failed", 10, ("gagal rekam", "failed")),
    Column("Sebab gagal", "reason", 30, ("sebab", "alasan", "reason")),
    Column("Mulai", "started", 11, ("jam mulai", "started")),
    Column("Selesai", "ended", 11, ("jam selesai", "ended")),
)
NEEDED = ("date", "team", "request", "served")


def read_time(value: Value) -> dt.time:
    """A time of day, ``08.15`` or ``08:15``.

    Raises
    ------
    Misread
        If the cell holds none.
    """
    if isinstance(value, dt.datetime):
        return value.time()
    if isinstance(value, dt.time):
        return value
    found = _TIME.fullmatch(text_of(value).casefold().removesuffix("wib").strip())
    try:
        return dt.time(int(found[1]), int(found[2])) if found else _no_time(value)
    except ValueError:
        return _no_time(value)


def _no_time(value: Value) -> dt.time:
    raise Misread(f"'{text_of(value)}' bukan jam", "Tulis seperti 08.15")


def readers(today: dt.date) -> dict[str, Callable[[Value], object]]:
    """How the cells of each field are read."""
    return {
        "date": lambda value: read_date(value, today),
        "team": read_text,
        "request": read_text,
        "served": read_count,
        "absent": read_count,
        "failed": read_count,
        "reason": read_text,
        "started": read_time,
        "ended": read_time,
    }
