"""What of a file was not read though nothing is wrong with it: told, so that nothing gets lost."""

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter

from data.letters.cells import Row, Sheet
from data.letters.faults import LetterFault
from data.letters.fields import Field
from data.letters.table import Table

_MOST_ROWS = 10


def notes_on(sheets: Sequence[Sheet], tables: Sequence[Table]) -> tuple[LetterFault, ...]:
    """Sheets, columns and rows that were left aside, and tables without a letter."""
    looks = (_empty, _columns, _rows)
    per_table = (note for table in tables for look in looks for note in look(table))
    return (*_sheets(sheets, tables), *per_table)


def note_yearless(table: Table, rows: Sequence[Row]) -> Iterator[LetterFault]:
    """One note on the letters whose number will come again in next year's register."""
    if rows:
        listed = ", ".join(str(row.number) for row in rows[:_MOST_ROWS])
        more = ", …" if len(rows) > _MOST_ROWS else ""
        message = (
            f"tahun {len(rows)} surat (baris {listed}{more}) tidak diketahui; nomor yang sama "
            "tahun depan akan dianggap surat ini"
        )
        remedy = "Isi tanggalnya, atau tulis tahun di nomor suratnya"
        place = table.sheet, rows[0].number, Field.LETTER_DATE.value
        yield LetterFault(*place, message, remedy)


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
