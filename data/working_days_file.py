"""The calendar file, TOML or workbook, edited by the office."""

from collections.abc import Iterator
from pathlib import Path

from data.document_faults import Tables, read_table, unknown_tables
from data.document_file import read_tables
from data.working_days_records import HOURS, ExamPeriod, OfficeCalendar, OfficeHours, Period
from optimizer.clock import Span
from optimizer.cross_check import overlapping
from optimizer.faults import Fault, InvalidDocument

TABLES = ("jam_kantor", "libur", "masuk", "ramadan", "ujian")


def read_calendar(path: Path) -> OfficeCalendar:
    """Read a calendar file, TOML or (by its ending) an ``.xlsx`` workbook.

    Raises
    ------
    InvalidDocument
        With every fault of the file at once, in Bahasa Indonesia, each with its place.
    """
    return calendar_of(read_tables(path))


def calendar_of(tables: Tables) -> OfficeCalendar:
    """Calendar of checked tables.

    Raises
    ------
    InvalidDocument
        With every fault at once.
    """
    faults = list(unknown_tables(tables, TABLES))
    hours = read_table(tables, "jam_kantor", OfficeHours, faults)
    calendar = OfficeCalendar(
        hours=(*HOURS, *hours),
        closed=read_table(tables, "libur", Period, faults),
        opened=read_table(tables, "masuk", Period, faults),
        ramadan=read_table(tables, "ramadan", Period, faults),
        exams=read_table(tables, "ujian", ExamPeriod, faults),
    )
    faults += [*_bad_breaks(hours), *_reversed(calendar)]
    if faults:
        raise InvalidDocument(faults)
    return calendar


def _bad_breaks(hours: tuple[OfficeHours, ...]) -> Iterator[Fault]:
    for entry in hours:
        place = f"jam_kantor hari {sorted(entry.weekdays)}"
        if overlapping(entry.breaks):
            yield Fault(place, "jam istirahat tumpang tindih")
        if any(not _within(pause, entry.hours) for pause in entry.breaks):
            yield Fault(place, "jam istirahat di luar jam kantor")


def _within(inner: Span, outer: Span) -> bool:
    return outer.open <= inner.open and inner.close <= outer.close


def _reversed(calendar: OfficeCalendar) -> Iterator[Fault]:
    periods = (*calendar.closed, *calendar.opened, *calendar.ramadan, *calendar.exams)
    for period in periods:
        if period.last is not None and period.last < period.first:
            yield Fault(period.name, f"sampai {period.last} mendahului dari {period.first}")
