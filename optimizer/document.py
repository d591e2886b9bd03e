"""A cursor over a JSON document that remembers where it is and collects faults."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from optimizer.clock import Span, parse_clock
from optimizer.faults import Fault, InvalidDocument
from optimizer.values import NOT_ORDINARY, ordinary, range_faults

T = TypeVar("T")
_MISSING = object()


def parse(text: str) -> "Cursor":
    """Cursor at the root of a JSON text; decimals are kept exact.

    Raises
    ------
    InvalidDocument
        If the text is no JSON.
    """
    faults: list[Fault] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        doubled = sorted({key for key in keys if keys.count(key) > 1})
        faults.extend(Fault("", f"kunci '{key}' tertulis dua kali") for key in doubled)
        return dict(pairs)

    try:
        root = json.loads(text, parse_float=Decimal, object_pairs_hook=unique)
    except (ValueError, RecursionError) as error:
        raise InvalidDocument([Fault("", f"bukan berkas JSON yang utuh ({error})")]) from error
    return Cursor(root, "", faults)


@dataclass(frozen=True, slots=True)
class Cursor:
    """A value of the document, its path, and the list that faults go to."""

    value: Any
    path: str
    faults: list[Fault] = field(default_factory=list)

    def fault(self, message: str) -> None:
        """Note what is wrong with this value."""
        self.faults.append(Fault(self.path, message))

    def at(self, key: str) -> "Cursor":
        """The member ``key`` of this object."""
        path = f"{self.path}.{key}" if self.path else key
        value = self.value.get(key, _MISSING) if isinstance(self.value, dict) else _MISSING
        return Cursor(value, path, self.faults)

    def there(self) -> bool:
        """Whether the document has this value and it is not null."""
        return self.value is not None and self.value is not _MISSING

    def _expect(self, kinds: type | tuple[type, ...], what: str) -> Any:
        right = isinstance(self.value, kinds) and isinstance(self.value, bool) == (kinds is bool)
        if right:
            return self.value
        self.fault("tidak ada" if self.value is _MISSING else f"harus {what}")
        return None

    def text(self) -> str | None:
        """A text that is not empty."""
        value: str | None = self._expect(str, "teks")
        if value == "":
            self.fault("tidak boleh kosong")
            return None
        return value

    def string(self) -> str | None:
        """A text, perhaps empty."""
        value: str | None = self._expect(str, "teks")
        return value

    def boolean(self) -> bool | None:
        """A truth value."""
        value: bool | None = self._expect(bool, "true atau false")
        return value

    def integer(self) -> int | None:
        """A whole number."""
        value: int | None = self._ordinary(self._expect(int, "bilangan bulat"))
        return value

    def decimal(self) -> Decimal | None:
        """A finite number, exact."""
        value = self._ordinary(self._expect((int, Decimal, float), "angka"))
        return None if value is None else Decimal(value)

    def _ordinary(self, value: Any) -> Any:
        if value is None or ordinary(value):
            return value
        self.fault(NOT_ORDINARY)
        return None

    def number(self) -> float | None:
        """A finite number as float."""
        value = self.decimal()
        return None if value is None else float(value)

    def optional(self, read: Callable[["Cursor"], T]) -> T | None:
        """What ``read`` gives, or None for null; the key must be there."""
        return None if self.value is None else read(self)

    def each(self) -> Iterator["Cursor"]:
        """The members of this list."""
        members = self._expect(list, "daftar")
        for index, value in enumerate(members or ()):
            yield Cursor(value, f"{self.path}[{index}]", self.faults)

    def entries(self) -> Iterator[tuple[str, "Cursor"]]:
        """The keys and members of this object."""
        members = self._expect(dict, "objek {…}")
        for key in members or ():
            yield key, self.at(key)

    def texts(self) -> frozenset[str]:
        """A list of texts as a set."""
        return frozenset(text for text in (c.text() for c in self.each()) if text is not None)

    def date(self) -> dt.date | None:
        """A date as ``YYYY-MM-DD``."""
        return self._shaped(_iso_date, "tanggal seperti 2026-11-30")

    def clock(self) -> int | None:
        """A time of day as ``HH:MM``, in minutes after midnight."""
        return self._shaped(parse_clock, "jam seperti 07:30")

    def span(self) -> Span | None:
        """A pair of clock times ``["HH:MM", "HH:MM"]``."""
        if not isinstance(self.value, list) or len(self.value) != 2:
            self.fault('harus dua jam, seperti ["07:00", "13:00"]')
            return None
        opens, closes = (end.clock() for end in self.each())
        if opens is None or closes is None:
            return None
        if opens > closes:
            self.fault("jam tutup mendahului jam buka")
            return None
        return Span(opens, closes)

    def spans(self) -> tuple[Span, ...]:
        """A list of spans."""
        return tuple(span for span in (c.span() for c in self.each()) if span is not None)

    def dates(self) -> frozenset[dt.date]:
        """A list of dates as a set."""
        return frozenset(day for day in (c.date() for c in self.each()) if day is not None)

    def matrix(self) -> NDArray[np.float64] | None:
        """Rows of numbers, all of one length; ``[]`` is the matrix of no rows."""
        if self.value == []:
            return np.zeros((0, 0))
        try:
            numbers = np.array(self.value, dtype=np.float64)
        except (TypeError, ValueError, OverflowError):
            numbers = np.empty(0)
        if numbers.ndim == 2 and not _has_impostor(self.value):
            return numbers
        before = len(self.faults)
        for row in self.each():
            for cell in row.each():
                cell.number()
        if len(self.faults) == before:
            self.fault("setiap baris harus sama panjang")
        return None

    def by_date(self, read: Callable[["Cursor"], T]) -> dict[dt.date, T]:
        """An object whose keys are dates."""
        found = {}
        for key, cursor in self.entries():
            day = Cursor(key, cursor.path, self.faults).date()
            value = read(cursor)
            if day is not None and value is not None:
                found[day] = value
        return found

    def _shaped(self, read: Callable[[str], T], what: str) -> T | None:
        value = self._expect(str, what)
        if value is None:
            return None
        try:
            return read(value)
        except ValueError:
            self.fault(f"'{value}' bukan {what}")
            return None

    def build(self, cls: type[T], **columns: Callable[["Cursor"], Any]) -> T | None:
        """An object of ``cls`` from this value, or None with every fault noted.

        Parameters
        ----------
        columns
            How to read each field; the field's name is its key.
        """
        before = len(self.faults)
        if self._expect(dict, "objek {…}") is None:
            return None
        values = {name: read(self.at(name)) for name, read in columns.items()}
        self.faults.extend(
            Fault(self.at(fault.path).path, fault.message) for fault in range_faults(cls, values)
        )
        return cls(**values) if len(self.faults) == before else None


def _has_impostor(rows: list[list[Any]]) -> bool:
    return any(isinstance(cell, (bool, str)) for row in rows for cell in row)


def _iso_date(text: str) -> dt.date:
    if len(text) != 10:
        raise ValueError(text)
    return dt.date.fromisoformat(text)
