"""The door of the house: a file of letters -> requests, faults and notes."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from data.gazetteer import Gazetteer
from data.letter_numbers import has_year
from data.letters.cells import Row, Value
from data.letters.faults import LetterFault, Letters, UnreadableLetters
from data.letters.fields import Field
from data.letters.notes import note_yearless, notes_on
from data.letters.request import read_request
from data.letters.row import RowReader
from data.letters.sheets import read_sheets
from data.letters.table import Table, find_table
from data.requests import Request

Progress = Callable[[int, int], None]


def read_letters(
    path: Path, gazetteer: Gazetteer, today: dt.date, progress: Progress | None = None
) -> Letters:
    """Read every letter of a workbook or CSV file.

    Parameters
    ----------
    today
        Day of reading; a date without a year is the one nearest to it.
    progress
        Called after each row with the rows read so far and in all.

    Raises
    ------
    UnreadableLetters
        If the file cannot be opened, is refused by its size or content, or holds no letters.
    """
    sheets = read_sheets(path)
    tables = [table for table in map(find_table, sheets) if table]
    if not tables:
        raise UnreadableLetters(
            f"berkas '{path.name}' tidak memuat tabel surat; perlu baris judul dengan kolom "
            "seperti Nama lembaga, Kecamatan, Jumlah pemohon"
        )
    reading = _Reading(gazetteer, today, progress, sum(len(table.rows) for table in tables))
    for table in tables:
        reading.read(table)
    notes = (*notes_on(sheets, tables), *reading.notes)
    return Letters(tuple(reading.requests), tuple(reading.faults), notes)


def read_letter(
    cells: Mapping[Field, Value], gazetteer: Gazetteer, today: dt.date
) -> Request | tuple[LetterFault, ...]:
    """One letter typed by hand, under the rules of the files.

    Parameters
    ----------
    cells
        What was typed for each field; fields may be missing.

    Returns
    -------
    Request or faults
        The request, or everything that is wrong with what was typed.
    """
    heading = Row(1, tuple(field.value for field in cells))
    columns = {field: (position,) for position, field in enumerate(cells)}
    row = Row(2, tuple(cells.values()))
    reader = RowReader(Table("ketikan", heading, columns, (row,)), row)
    return read_request(reader, gazetteer, today) or tuple(sorted(reader.faults, key=_position))


class _Reading:
    """Rows read so far, over all sheets of a file."""

    def __init__(
        self, gazetteer: Gazetteer, today: dt.date, progress: Progress | None, total: int
    ) -> None:
        self.requests: list[Request] = []
        self.faults: list[LetterFault] = []
        self.notes: list[LetterFault] = []
        self._gazetteer, self._today, self._total = gazetteer, today, total
        self._progress = progress or (lambda done, total: None)
        self._done = 0
        self._seen: dict[str, RowReader] = {}

    def read(self, table: Table) -> None:
        """Read a table's rows, or refuse it whole if it lists persons."""
        personal = table.personal()
        if personal:
            self.faults.append(_list_of_persons(table, personal))
            return
        yearless = []
        for row in table.rows:
            request = self._read_row(RowReader(table, row))
            if request and not has_year(request):
                yearless.append(row)
            self._done += 1
            self._progress(self._done, self._total)
        self.notes.extend(note_yearless(table, yearless))

    def _read_row(self, reader: RowReader) -> Request | None:
        """Keep the request of a row, or its faults."""
        request = read_request(reader, self._gazetteer, self._today)
        if request is None:
            self.faults.extend(sorted(reader.faults, key=_position))
            return None
        first = self._seen.setdefault(request.id, reader)
        if first is not reader:
            self.faults.append(_repeated(reader, first))
            return None
        self.requests.append(request)
        return request


def _position(fault: LetterFault) -> tuple[int, str]:
    """Order of columns in a sheet; a missing column comes first."""
    return len(fault.cell or ""), fault.cell or ""


def _repeated(reader: RowReader, first: RowReader) -> LetterFault:
    reader.fault(
        Field.LETTER_NUMBER,
        "surat dan tempat yang sama sudah ada di "
        f"lembar '{first.table.sheet}' baris {first.row.number}",
        "Hapus salah satu, atau bedakan nomor suratnya",
    )
    return reader.faults[-1]


def _list_of_persons(table: Table, heading: str) -> LetterFault:
    return LetterFault(
        table.sheet,
        table.heading.number,
        heading,
        "lembar ini memuat data perorangan (NIK atau daftar nama) dan tidak dibaca",
        f"Hapus kolom '{heading}', atau kirim hanya jumlah orangnya",
    )
