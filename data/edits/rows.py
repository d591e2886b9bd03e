"""One row of the workbook as an edit."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.edits.records import Ban, Edit
from data.itineraries.book import WeekBook
from data.itineraries.workbook import FORBID, KEEP
from data.letters.cells import Value, is_blank, text_of
from data.letters.counts import read_count
from data.letters.dates import read_date
from data.letters.faults import Misread
from optimizer.problem import Pin


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit as a row states it; what is left open is None."""

    date: dt.date | None = None
    team: str | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the workbook with its cells by title."""

    sheet: str
    number: int
    cells: Mapping[str, Value]


def request_of(row: Row, book: WeekBook) -> str:
    """The request the row is about.

    Raises
    ------
    Misread
        If its code is not in this week's plan.
    """
    code = text_of(row.cells["Kode"])
    if code not in book.problem.request:
        raise Misread(f"kode '{code}' tidak ada minggu ini", "kembalikan kode seperti semula")
    return code


def planned(row: Row, book: WeekBook) -> Visit:
    """What the plan had, from the hidden cells; empty for a row the planner added."""
    return _visit(row, book, " asal")


def wanted(row: Row, book: WeekBook) -> Visit:
    """What the planner wants now.

    Raises
    ------
    Misread
        If a cell is not a date, a team or a number of people.
    """
    return _visit(row, book, "")


def _visit(row: Row, book: WeekBook, suffix: str) -> Visit:
    date, team, people = (row.cells.get(f"{name}{suffix}") for name in ("Tanggal", "Tim", "Orang"))
    return Visit(
        None if is_blank(date) else _date(date, book),
        None if is_blank(team) else _team(team, book),
        None if is_blank(people) else read_count(people),
    )


def _date(value: Value, book: WeekBook) -> dt.date:
    days = [day.date for day in book.problem.days]
    date = read_date(value, days[0])
    if date not in days:
        remedy = f"Pilih hari kerja {days[0]:%d-%m-%Y} sampai {days[-1]:%d-%m-%Y}"
        raise Misread(f"tanggal {date:%d-%m-%Y} bukan hari rencana minggu ini", remedy)
    return date


def _team(value: Value, book: WeekBook) -> str:
    text = text_of(value).casefold()
    for team in book.problem.teams:
        if text in (team.id.casefold(), book.teams[team.id].casefold()):
            return team.id
    names = ", ".join(book.teams[team.id] for team in book.problem.teams)
    raise Misread(f"tim '{text_of(value)}' tidak dikenal", f"Pilih salah satu: {names}")


def edit_of(row: Row, book: WeekBook) -> Edit | None:
    """The edit a row asks for, or None if it was left as it is.

    Raises
    ------
    Misread
        If the row cannot be understood.
    """
    request, before, after = request_of(row, book), planned(row, book), wanted(row, book)
    blank = Edit(row.sheet, row.number, book.requests[request].institution)
    action = text_of(row.cells.get("Tindakan (tetap/larang)")).casefold()
    if action not in ("", KEEP, FORBID):
        raise Misread(f"tindakan '{action}' tidak dikenal", f"Tulis '{KEEP}' atau '{FORBID}'")
    if action == FORBID or after.people == 0:
        return replace(blank, ban=_ban(request, before if before.date else after))
    if before == after and action != KEEP:
        return None
    return _pinned(blank, request, before, after, action == KEEP)


def _ban(request: str, visit: Visit) -> Ban:
    if visit.date is None:
        raise Misread("larangan tanpa tanggal", "Isi tanggal yang dilarang")
    return Ban(request, visit.date)


def _pinned(blank: Edit, request: str, before: Visit, after: Visit, exactly: bool) -> Edit:
    people = after.people if exactly or after.people != before.people else None
    left = before.date if before.date != after.date else None
    return replace(
        blank,
        pin=Pin(request, after.date, after.team, None, people),
        ban=Ban(request, left) if left else None,
    )
