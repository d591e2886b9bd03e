"""Opens a file of letters by what it is, not by what it is called."""

from pathlib import Path

from data.letters.cells import Sheet
from data.letters.delimited import read_delimited
from data.letters.faults import UnreadableLetters
from data.letters.limits import LIMITS, Limits, refuse_large_file
from data.letters.workbook import read_workbook

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_MARKUP = (b"<html", b"<table", b"<?xml", b"<!doctype")


def read_sheets(path: Path, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """Sheets of a workbook (whatever its ending says) or of a CSV file.

    Raises
    ------
    UnreadableLetters
        With the reason and what to do.
    """
    refuse_large_file(path, limits)
    with path.open("rb") as content:
        opening = content.read(512)
    if opening.startswith(_ZIP):
        return read_workbook(path, limits)
    if opening.startswith(_OLD_EXCEL) or opening.lstrip().lower().startswith(_MARKUP):
        raise UnreadableLetters(
            f"berkas '{path.name}' bukan .xlsx atau .csv (Excel lama, sandi, atau halaman web); "
            "buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx"
        )
    return read_delimited(path, limits)
