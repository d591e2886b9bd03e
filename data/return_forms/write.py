"""Writes the return form of a plan: one line for each visit, counts left to the field."""

import datetime as dt
from collections.abc import Iterator, Mapping
from io import BytesIO

from openpyxl.workbook import Workbook

from data.itineraries.sheets import Column as SheetColumn
from data.itineraries.sheets import add_table
from data.return_forms.columns import COLUMNS
from optimizer.plan import Plan

Line = tuple[dt.date | str | int | None, ...]
HEIGHT_TO_WRITE_IN = 24.0  # points: the form is filled in by hand, too
KNOWN = ("Tanggal", "Tim", "Permohonan", "Tempat", "Direncanakan")


def return_form_xlsx(plan: Plan, places: Mapping[str, str], teams: Mapping[str, str]) -> bytes:
    """The form as the bytes of an .xlsx file; coloured cells are to be filled in.

    Parameters
    ----------
    places
        Printed names of sites by request.
    teams
        Printed names of teams by id.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    columns = [
        SheetColumn(
            column.heading,
            column.width,
            edit=column.heading not in KNOWN,
            format="yyyy-mm-dd" if column.field == "date" else "General",
        )
        for column in COLUMNS
    ]
    lines = _lines(plan, places, teams)
    add_table(book, f"Laporan {plan.week}", columns, lines, lowest=HEIGHT_TO_WRITE_IN)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _lines(plan: Plan, places: Mapping[str, str], teams: Mapping[str, str]) -> Iterator[Line]:
    to_fill = (None,) * (len(COLUMNS) - len(KNOWN))
    for duty, stop in sorted(plan.visits(), key=lambda v: (v[0].date, v[0].team, v[1].start)):
        place = places.get(stop.request, stop.request)
        yield duty.date, teams[duty.team], stop.request, place, stop.people, *to_fill
