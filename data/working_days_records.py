"""The office's calendar as its file says it: hours, days off, Ramadan, exam weeks."""

import datetime as dt
from dataclasses import dataclass

from pydantic import Field

from data.clock_text import ClockSpan
from data.document_faults import Record
from data.requests import Kind
from data.weekdays import Weekday
from optimizer.clock import Span


class OfficeHours(Record):
    """Working hours and breaks of some weekdays; ``ramadan`` says which season they hold in."""

    weekdays: frozenset[Weekday] = Field(alias="hari", min_length=1)
    hours: ClockSpan = Field(alias="jam")
    breaks: tuple[ClockSpan, ...] = Field(alias="istirahat", default=())
    ramadan: bool = False


class Period(Record):
    """Named dates from ``first`` to ``last`` (one day if ``last`` is left out)."""

    name: str = Field(alias="nama", min_length=1)
    first: dt.date = Field(alias="dari")
    last: dt.date | None = Field(alias="sampai", default=None)

    def covers(self, date: dt.date) -> bool:
        """Whether the date is one of the period."""
        return self.first <= date <= (self.last or self.first)


class ExamPeriod(Period):
    """Dates on which some sites cannot be visited.

    Attributes
    ----------
    npsn
        Schools it holds for; empty means every site of the kind.
    """

    kind: Kind = Field(alias="jenis", default=Kind.SCHOOL)
    npsn: frozenset[str] = frozenset()

    def holds_for(self, kind: Kind, npsn: str | None) -> bool:
        """Whether a site of this kind and NPSN is meant."""
        return kind == self.kind and (not self.npsn or npsn in self.npsn)


# Perpres 21/2023, articles 4 and 5: 37.5 hours a week without breaks, 32.5 in Ramadan from 08.00;
# Friday's break is 90 minutes, in Ramadan 30 minutes and 60 on Friday.
HOURS = (
    OfficeHours(weekdays=frozenset({1, 2, 3, 4}), hours=Span(420, 930), breaks=(Span(720, 780),)),
    OfficeHours(weekdays=frozenset({5}), hours=Span(420, 870), breaks=(Span(690, 780),)),
    OfficeHours(
        weekdays=frozenset({1, 2, 3, 4}),
        hours=Span(480, 900),
        breaks=(Span(720, 750),),
        ramadan=True,
    ),
    OfficeHours(
        weekdays=frozenset({5}), hours=Span(480, 930), breaks=(Span(690, 750),), ramadan=True
    ),
)


@dataclass(frozen=True)
class OfficeCalendar:
    """What the calendar file says.

    Attributes
    ----------
    hours
        Later entries win; the regulation's hours stand before the file's.
    closed, opened
        Local days off, and days worked although the national calendar is free.
    ramadan
        Announced months; an unlisted year is estimated from the holiday calendar.
    """

    hours: tuple[OfficeHours, ...] = HOURS
    closed: tuple[Period, ...] = ()
    opened: tuple[Period, ...] = ()
    ramadan: tuple[Period, ...] = ()
    exams: tuple[ExamPeriod, ...] = ()
