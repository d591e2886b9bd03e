"""A cursor over one row that knows the columns and collects faults."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from openpyxl.utils import get_column_letter

from data.letters.cells import Formula, Row, Unclosed, Value, is_blank, text_of
from data.letters.faults import LetterFault, Misread
from data.letters.fields import Field
from data.letters.private import refuse_personal
from data.letters.table import Table, at

# Columns of these may both be filled: a second telephone, a remark in two places.
_HARMLESS = frozenset(
    {Field.PHONE, Field.CONTACT_ROLE, Field.ADDRESS, Field.POWER, Field.SIGNAL, Field.ROOM}
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RowReader:
    """One row of a table and the faults found in it so far."""

    table: Table
    row: Row
    faults: list[LetterFault] = field(default_factory=list)

    def value(self, name: Field) -> Value:
        """Value of a field: the first filled one of its columns."""
        columns = self.table.columns.get(name, ())
        values = (at(self.row, column) for column in columns)
        return next((value for value in values if not is_blank(value)), None)

    def read(self, name: Field, parse: Callable[[Value], T]) -> T | None:
        """What ``parse`` makes of a field; None if it is empty or faulty (the fault is noted)."""
        value = self.value(name)
        try:
            return None if value is None else parse(value)
        except Misread as error:
            self.fault(name, error.message, error.remedy)
            return None

    def require(self, name: Field, parse: Callable[[Value], T]) -> T | None:
        """As ``read``, but an empty field is a fault."""
        if self.value(name) is None:
            self.fault(name, f"{name.value} kosong", f"Isi kolom {name.value}")
        return self.read(name, parse)

    def refuse_unreadable_cells(self) -> bool:
        """Note formulas, personal data and odd quotation marks; whether the row may be read."""
        for column, value in enumerate(self.row.values):
            try:
                _refuse_formula(value)
                _refuse_unclosed(value)
                refuse_personal(value)
            except Misread as error:
                self._fault_at(column, error.message, error.remedy)
        return not self.faults

    def refuse_double_columns(self) -> bool:
        """Note fields that two columns fill differently; whether the row may be read."""
        for name, columns in self.table.columns.items():
            filled = [column for column in columns if not is_blank(at(self.row, column))]
            texts = {text_of(at(self.row, column)).casefold() for column in filled}
            if name in _HARMLESS or len(texts) < 2:
                continue
            first, second = self.table.title(filled[0]), filled[1]
            message = f"{name.value} sudah diisi di kolom '{first}' dengan isi lain"
            self._fault_at(second, message, "Kosongkan salah satu sel")
        return not self.faults

    def fault(self, name: Field, message: str, remedy: str) -> None:
        """Note what is wrong with a field, at its filled column."""
        columns = self.table.columns.get(name, ())
        filled = [column for column in columns if not is_blank(at(self.row, column))]
        if columns:
            self._fault_at((filled or columns)[0], message, remedy)
        else:
            place = self.table.sheet, self.row.number, name.value
            self.faults.append(LetterFault(*place, message, remedy))

    def _fault_at(self, column: int, message: str, remedy: str) -> None:
        place = self.table.sheet, self.row.number, self.table.title(column)
        cell = f"{get_column_letter(column + 1)}{self.row.number}"
        self.faults.append(LetterFault(*place, message, remedy, cell))


def _refuse_formula(value: Value) -> None:
    if isinstance(value, Formula):
        raise Misread(
            "sel ini berisi rumus, dan rumus tidak dihitung di sini",
            "Salin selnya, lalu Tempel Khusus sebagai Nilai",
        )


def _refuse_unclosed(value: Value) -> None:
    if isinstance(value, Unclosed):
        raise Misread(
            'tanda kutip (") di sel ini tidak berpasangan, sehingga batas selnya tidak jelas',
            "Hapus tanda kutipnya, lalu periksa baris ini dan baris sesudahnya",
        )
