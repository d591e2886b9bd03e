"""The edited workbook of a week back to edits."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.edits.records import Edit, EditFault, Edits, UnreadableEdits
from data.edits.rows import Row, edit_of, planned, request_of, wanted
from data.itineraries.book import WeekBook
from data.itineraries.language import LOCALES, language
from data.itineraries.sheets import Column
from data.itineraries.workbook import LEFT_OUT, SUMMARY, VISITS, identity
from data.itineraries.workbook_tables import left_columns, visit_columns
from data.letters.archive import refuse_hostile_archive
from data.letters.cells import Value, is_blank
from data.letters.faults import Misread, UnreadableLetters
from data.letters.limits import LIMITS, refuse_large_file

COLUMNS = {VISITS: visit_columns, LEFT_OUT: left_columns}


def read_edits(path: Path, book: WeekBook) -> Edits:
    """What the planner changed in the workbook that was printed from ``book``.

    Raises
    ------
    UnreadableEdits
        If the file is no workbook of this version of the week's plan.
    """
    workbook = _opened(path)
    _refuse_other_plan(workbook, book)
    rows = [row for sheet in COLUMNS for row in _rows(workbook[sheet])]
    edits, faults = [], []
    for row in rows:
        try:
            edits.append(edit_of(row, book))
        except Misread as misread:
            faults.append(EditFault(row.sheet, row.number, f"{misread.message}. {misread.remedy}"))
    faults.extend(_lost_rows(rows, book))
    asked = [edit for edit in edits if edit is not None]
    return Edits(tuple(_without_needless_bans(asked, rows, book)), tuple(faults))


def _opened(path: Path) -> Workbook:
    try:
        refuse_large_file(path)
        refuse_hostile_archive(path, LIMITS)
        workbook = load_workbook(path, data_only=True)
    except UnreadableLetters as error:
        raise UnreadableEdits(str(error)) from error
    except Exception as error:  # openpyxl raises whatever a broken file leads it into
        message = f"{path.name} bukan buku kerja .xlsx yang utuh; simpan ulang dari Excel"
        raise UnreadableEdits(message) from error
    missing = [name for name in (SUMMARY, *COLUMNS) if name not in workbook.sheetnames]
    if missing:
        raise UnreadableEdits(f"{path.name}: lembar {', '.join(missing)} tidak ada")
    return workbook


def _refuse_other_plan(workbook: Workbook, book: WeekBook) -> None:
    found = workbook[SUMMARY]["B2"].value
    if found != identity(book):
        raise UnreadableEdits(
            f"buku kerja ini dari rencana '{found}', yang berlaku '{identity(book)}'; "
            "ubah buku kerja versi terbaru"
        )


def _rows(sheet: Worksheet) -> Iterator[Row]:
    titles = _titles(sheet)
    for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
        row = {name: _value(cells[index]) for name, index in titles.items()}
        if not all(is_blank(value) for value in row.values()):
            yield Row(sheet.title, number, row)


def _value(content: object) -> Value:
    plain = content is None or isinstance(content, str | int | float | dt.date | dt.time)
    return cast(Value, content) if plain else str(content)


def _titles(sheet: Worksheet) -> Mapping[str, int]:
    """Place of each column by its Indonesian title, whatever the workbook's language."""
    heads = [cell.value for cell in sheet[1]]
    spoken: list[Sequence[Column]] = [COLUMNS[sheet.title](language(code)) for code in LOCALES]
    found = {}
    for titles in zip(*([column.title for column in columns] for columns in spoken), strict=True):
        place = next((heads.index(title) for title in titles if title in heads), None)
        if place is None:
            raise UnreadableEdits(f"lembar '{sheet.title}': kolom '{titles[0]}' tidak ada")
        found[titles[0]] = place
    return found


def _lost_rows(rows: Sequence[Row], book: WeekBook) -> Iterator[EditFault]:
    there = {_key(row, book) for row in rows if row.sheet == VISITS}
    for duty, stop in book.plan.visits():
        if (stop.request, duty.date, duty.team) not in there:
            name = book.requests[stop.request].institution
            message = f"baris {name}, {duty.date:%d-%m-%Y}, hilang; tulis 'larang' pada barisnya"
            yield EditFault(VISITS, 1, message)


def _key(row: Row, book: WeekBook) -> object:
    try:
        before = planned(row, book)
        return request_of(row, book), before.date, before.team
    except Misread:
        return None


def _without_needless_bans(
    edits: Sequence[Edit], rows: Sequence[Row], book: WeekBook
) -> Iterator[Edit]:
    """A moved visit frees its old date only if no other row of its site stays there."""
    stay = set(_wanted_dates(rows, book))
    for edit in edits:
        moved = edit.pin is not None and edit.ban is not None
        kept = edit.ban is not None and (edit.ban.request, edit.ban.date) in stay
        yield replace(edit, ban=None) if moved and kept else edit


def _wanted_dates(rows: Sequence[Row], book: WeekBook) -> Iterator[tuple[str, object]]:
    for row in rows:
        try:
            yield request_of(row, book), wanted(row, book).date
        except Misread:
            continue
