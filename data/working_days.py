"""Which days of a week the office works, and its hours and breaks on each."""

import datetime as dt
from dataclasses import dataclass
from functools import cache, cached_property

import holidays

from data.requests import Kind
from data.weekdays import dates_of_week
from data.working_days_records import OfficeCalendar, OfficeHours
from optimizer.clock import Span
from optimizer.problem import Day

EID = "Hari Raya Idul Fitri"


@dataclass(frozen=True)
class WorkingDays:
    """The office's calendar over the national one (public holidays and collective leave)."""

    calendar: OfficeCalendar = OfficeCalendar()

    def of_week(self, week: str) -> tuple[dt.date, ...]:
        """Working dates of an ISO week such as ``2026-W49``, ascending."""
        return tuple(date for date in dates_of_week(week) if self.closed(date) is None)

    def closed(self, date: dt.date) -> str | None:
        """Why the office is closed on a date (Bahasa Indonesia), or None on a working day."""
        if any(period.covers(date) for period in self.calendar.opened):
            return None
        local = [period.name for period in self.calendar.closed if period.covers(date)]
        national = _national(date.year).get(date)
        weekend = "akhir pekan" if date.isoweekday() > 5 else None
        return local[0] if local else national or weekend

    def day(self, date: dt.date) -> Day:
        """The day with its breaks, as the problem wants it."""
        return Day(date, self._hours(date).breaks)

    def shift(self, date: dt.date) -> Span:
        """Office hours on a date."""
        return self._hours(date).hours

    def exam(self, date: dt.date, kind: Kind, npsn: str | None) -> str | None:
        """Name of the exam that keeps a site closed on a date, or None."""
        exams = self.calendar.exams
        return next((e.name for e in exams if e.covers(date) and e.holds_for(kind, npsn)), None)

    def ramadan(self, date: dt.date) -> bool:
        """Whether a date lies in Ramadan: as announced in the file, else by calculation."""
        announced = [period for period in self.calendar.ramadan if period.first.year == date.year]
        if announced:
            return any(period.covers(date) for period in announced)
        estimated = (*_estimated_ramadan(date.year), *_estimated_ramadan(date.year + 1))
        return any(first <= date < eid for first, eid in estimated)

    def _hours(self, date: dt.date) -> OfficeHours:
        return self._hours_of[self.ramadan(date), date.isoweekday()]

    @cached_property
    def _hours_of(self) -> dict[tuple[bool, int], OfficeHours]:
        """Hours by season and weekday; a weekend day that is worked has Monday's."""
        found = {
            (entry.ramadan, weekday): entry
            for entry in self.calendar.hours
            for weekday in sorted(entry.weekdays)
        }
        weekend = {(season, day): found[season, 1] for season in (False, True) for day in (6, 7)}
        return weekend | found


@cache
def _national(year: int) -> dict[dt.date, str]:
    """Holidays and collective leave (cuti bersama) of a year, named in Bahasa Indonesia."""
    found = holidays.country_holidays(
        "ID", years=year, categories=("public", "government"), language="id"
    )
    return dict(found)


def _estimated_ramadan(year: int) -> list[tuple[dt.date, dt.date]]:
    """(first day, Eid) of each Ramadan that ends in a year; a month may be a day shorter."""
    days = sorted(date for date, name in _national(year).items() if name.startswith(EID))
    firsts = [day for day in days if day - dt.timedelta(days=1) not in days]
    return [(eid - dt.timedelta(days=30), eid) for eid in firsts]
