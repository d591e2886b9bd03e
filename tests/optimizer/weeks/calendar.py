"""The working week 2026-W49 of the office and its sites."""

import datetime as dt

from optimizer.clock import Span, parse_clock
from optimizer.problem import Day

WEEK = "2026-W49"
DATES = tuple(dt.date(2026, 11, 30) + dt.timedelta(days=number) for number in range(5))
FRIDAY = DATES[4]


def span(opens: str, closes: str) -> Span:
    """A span of clock time."""
    return Span(parse_clock(opens), parse_clock(closes))


def is_friday(date: dt.date) -> bool:
    """Whether Friday's shorter hours hold."""
    return date == FRIDAY


DAYS = tuple(
    Day(date, (span("11:30", "13:00") if is_friday(date) else span("12:00", "13:00"),))
    for date in DATES
)


def office_hours(date: dt.date) -> Span:
    """Perpres 21/2023."""
    return span("07:00", "14:30" if is_friday(date) else "15:30")


def school_hours(date: dt.date) -> Span:
    """When pupils are there."""
    return span("07:00", "11:00" if is_friday(date) else "13:00")
