"""What people do around the program: at the counter, at the planner's desk, in the field."""

import datetime as dt
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from openpyxl import Workbook, load_workbook

from config.settings import Settings
from data.itineraries.workbook import VISITS
from data.store import StoredPlan
from tests.flows.letters import HEADER

KNOWN = ("Tanggal", "Tim", "Permohonan", "Direncanakan")
COUNTED = ("Terlayani", "Tidak hadir", "Gagal")
FORM = "Tanggal;Tim;Permohonan;Terlayani;Tidak hadir;Gagal;Sebab gagal;Mulai;Selesai"
Counts = tuple[int, int, int]
Telling = Callable[[dt.date, str, int], Counts | None]


def hand_in_workbook(path: Path, *rows: str, header: str = HEADER) -> None:
    """A workbook of letters in the watched folder."""
    book = Workbook()
    for row in (header, *rows):
        book.worksheets[0].append(row.split(";"))
    book.save(path)


def send_mail(path: Path, *rows: str, header: str = HEADER) -> None:
    """A saved e-mail with a table of letters attached."""
    message = EmailMessage()
    message.set_content("Mohon dijadwalkan.")
    table = "\n".join((header, *rows)) + "\n"
    message.add_attachment(table, subtype="csv", filename=f"{path.stem}.csv")
    path.write_bytes(message.as_bytes())


def forbid(workbook: Path, request: str) -> None:
    """The planner forbids the first visit to a request in the week's workbook."""
    book = load_workbook(workbook)
    cells = [cell for row in book[VISITS].iter_rows() for cell in row]
    column = next(cell.column for cell in cells if str(cell.value).startswith("Tindakan"))
    row = next(cell.row for cell in cells if cell.value == request)
    book[VISITS].cell(row, column).value = "larang"
    book.save(workbook)


def break_down(vehicle: str, since: dt.date) -> None:
    """The clerk notes in the fleet file that a vehicle is out of order until further notice."""
    fleet = Settings().office.parent / "armada-2026-W49.toml"
    row = f'\n[[halangan]]\nuntuk = "{vehicle}"\ndari = {since}\nalasan = "mogok"\n'
    fleet.write_text(fleet.read_text() + row)


def fill_in(form: Path, filled: Path, tell: Telling) -> dict[tuple[dt.date, str, str], int]:
    """The field fills in a return form; gives people served by date, printed team and request.

    ``tell(date, request, planned)`` gives served, absent and failed; None leaves a row empty.
    """
    told = {}
    book = load_workbook(form)
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        date, team, request, planned = (sheet.cell(row, at[name]).value for name in KNOWN)
        counts = tell(date.date(), request, planned)
        if counts is None:
            continue
        told[date.date(), team, request] = counts[0]
        for name, count in zip(COUNTED, counts, strict=True):
            sheet.cell(row, at[name]).value = count
        sheet.cell(row, at["Sebab gagal"]).value = "sidik jari aus" if counts[2] else None
    filled.parent.mkdir(parents=True, exist_ok=True)
    book.save(filled)
    return told


def hand_in_form(stored: StoredPlan, name: str, counts: str) -> None:
    """A form of the first visit of a plan, as a CSV file in the watched folder."""
    folder = Settings().var / "laporan"
    folder.mkdir(exist_ok=True)
    duty = stored.plan.duties[0]
    line = f"{duty.date};{duty.team};{duty.stops[0].request};{counts}"
    (folder / name).write_text(f"{FORM}\n{line}\n", encoding="utf-8")
