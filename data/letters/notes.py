"""What of a file was not read though nothing is wrong with it: told, so that nothing gets lost."""

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter

from data.letters.cells import Sheet
from data.letters.faults import LetterFault
from data.letters.table import Table


def notes_on(sheets: Sequence[Sheet], tables: Sequence[Table]) -> tuple[LetterFault, ...]:
    """Sheets, columns and rows that were left aside, and tables without a letter."""
    looks = (_empty, _columns, _rows)
    per_table = (note for table in tables for look in looks for note in look(table))
    return (*_sheets(sheets, tables), *per_table)


def _sheets(sheets: Sequence[Sheet], tables: Sequence[Table]) -> Iterator[LetterFault]:
    read = {table.sheet for table in tables}
    for sheet in sheets:
        if sheet.rows and sheet.name not in read:
            reason = "Tidak ada judul kolom surat"
            yield LetterFault(sheet.name, 1, "-", "lembar ini tidak dibaca", reason)


def _empty(table: Table) -> Iterator[LetterFault]:
    if not table.rows:
        message = "tidak ada surat di bawah judul kolomnya"
        remedy = "Isi satu surat per baris di bawah judul, atau hapus lembarnya"
        yield LetterFault(table.sheet, table.heading.number, "-", message, remedy)


def _columns(table: Table) -> Iterator[LetterFault]:
    row = table.heading.number
    for column, title in table.unknown():
        cell = f"{get_column_letter(column + 1)}{row}"
        remedy = "Ganti judulnya bila isinya diperlukan"
        yield LetterFault(table.sheet, row, title, "kolom ini tidak dibaca", remedy, cell)


def _rows(table: Table) -> Iterator[LetterFault]:
    for row in table.aside:
        reason = "Bukan surat: hampir kosong"
        yield LetterFault(table.sheet, row.number, "-", "baris ini tidak dibaca", reason)
