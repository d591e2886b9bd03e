"""Reads return forms, workbook or CSV, into field reports; every fault at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from data.field_reports import FieldReport
from data.letters.cells import Row, Sheet, Value, is_blank
from data.letters.faults import Misread
from data.letters.private import refuse_personal
from data.letters.sheets import read_sheets
from data.places.names import plain
from data.return_forms.columns import COLUMNS, NEEDED, readers
from optimizer.faults import Fault


@dataclass(frozen=True, slots=True)
class ReturnForm:
    """Reports of the good rows, and what is wrong with the others."""

    reports: tuple[FieldReport, ...]
    faults: tuple[Fault, ...]


Stop = tuple[dt.date, str, str]


def read_return_form(
    path: Path, teams: Mapping[str, str], today: dt.date, planned: Collection[Stop] = ()
) -> ReturnForm:
    """Read a return form; rows without a count of people served are not filled in yet.

    Parameters
    ----------
    teams
        Printed names of teams by id; a form may say either.
    planned
        Stops (date, team, request) that say which crew is meant where two have one name.

    Raises
    ------
    UnreadableLetters
        If the file is no workbook or CSV, or damaged, hostile or too large.
    """
    reader = _Reader(teams, today, planned)
    reports = tuple(report for sheet in read_sheets(path) for report in reader.sheet(sheet))
    return ReturnForm(reports, tuple(reader.faults))


class _Reader:
    def __init__(self, teams: Mapping[str, str], today: dt.date, planned: Collection[Stop]) -> None:
        self._teams: defaultdict[str, list[str]] = defaultdict(list)
        for team, name in teams.items():
            self._teams[plain(team)].insert(0, team)
            self._teams[plain(name)].append(team)
        self._planned = planned
        self._readers = readers(today)
        self.faults: list[Fault] = []

    def sheet(self, sheet: Sheet) -> Iterator[FieldReport]:
        """Reports of a sheet; a sheet without the form's headings is one fault."""
        if not sheet.rows:
            return
        heading, *rows = sheet.rows
        columns = dict(_columns(heading))
        missing = [c.heading for c in COLUMNS if c.field in NEEDED and c.field not in columns]
        if missing:
            place = f"lembar '{sheet.name}', baris {heading.number}"
            self.faults.append(Fault(place, f"kolom belum ada: {', '.join(missing)}"))
            return
        for row in rows:
            report = self._report(f"lembar '{sheet.name}', baris {row.number}", row, columns)
            if report is not None:
                yield report

    def _report(self, place: str, row: Row, columns: Mapping[str, int]) -> FieldReport | None:
        cells = {field: _at(row, column) for field, column in columns.items()}
        if is_blank(cells["served"]):
            return None
        before = len(self.faults)
        values = {
            field: self._value(f"{place}, kolom '{_heading(field)}'", field, value)
            for field, value in cells.items()
            if field in NEEDED or not is_blank(value)
        }
        if len(self.faults) > before:
            return None
        values["team"] = self._crew(values)
        try:
            return FieldReport.model_validate(values)
        except ValidationError as error:
            told = (found.get("ctx", {}).get("error", found["msg"]) for found in error.errors())
            self.faults.extend(Fault(place, str(message)) for message in told)
            return None

    def _value(self, place: str, field: str, value: Value) -> object:
        try:
            refuse_personal(value)
            if is_blank(value):
                raise Misread("belum diisi", "Isi seperti di lembar rencana")
            read = self._readers[field](value)
            return self._crews(str(read)) if field == "team" else read
        except Misread as error:
            self.faults.append(Fault(place, str(error)))
            return None

    def _crews(self, text: str) -> list[str]:
        if plain(text) not in self._teams:
            raise Misread(f"tim '{text}' tidak dikenal", "Tulis nama tim seperti di rencana")
        return self._teams[plain(text)]

    def _crew(self, values: Mapping[str, object]) -> str:
        """The crew that was planned, of those with the name."""
        crews = values["team"]
        assert isinstance(crews, list)
        visit = values["date"], values["request"]
        meant = (crew for crew in crews if (visit[0], crew, visit[1]) in self._planned)
        return str(next(meant, crews[0]))


def _columns(heading: Row) -> Iterator[tuple[str, int]]:
    for index, value in enumerate(heading.values):
        for column in COLUMNS:
            if column.field and plain(str(value or "")) in column.spellings:
                yield column.field, index


def _heading(field: str) -> str:
    return next(column.heading for column in COLUMNS if column.field == field)


def _at(row: Row, column: int) -> Value:
    return row.values[column] if column < len(row.values) else None
