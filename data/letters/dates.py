"""Dates as people write them, one or several in a cell."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from babel.dates import format_date
from openpyxl.utils.datetime import from_excel

from data.letters.cells import Value, text_of
from data.letters.date_words import MONTHS, WEEKDAYS, date_tokens
from data.letters.faults import Misread

_REMEDY = "Tulis seperti 16 Maret 2026, 16/03/2026 atau 2026-03-16"
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # 2000-01-01 and 2099-12-31 as Excel counts days
_LONGEST_RANGE = 62


class _Mark(NamedTuple):
    """A day, a whole date, or the sign that a range runs from the day before it."""

    day: dt.date | None


_UNTIL = _Mark(None)


def read_date(value: Value, today: dt.date) -> dt.date:
    """One date; a year left out is the one nearest to ``today``.

    Raises
    ------
    Misread
        If the cell does not hold exactly one date.
    """
    dates = read_dates(value, today)
    if len(dates) != 1:
        raise Misread(f"'{text_of(value)}' memuat beberapa tanggal", "Tulis satu tanggal saja")
    return dates[0]


def read_dates(value: Value, today: dt.date) -> tuple[dt.date, ...]:
    """Dates of a cell: lists ("1, 2 dan 4 Desember 2026") and ranges ("1 s.d. 4 Desember").

    Raises
    ------
    Misread
        If part of the cell is no date.
    """
    if isinstance(value, dt.datetime):
        return (value.date(),)
    if isinstance(value, dt.date):
        return (value,)
    text = text_of(value)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return (_serial(float(text), text),)
    marks = tuple(reversed(tuple(_marks_from_the_end(text, today))))
    dates = tuple(sorted(set(_ranges_filled(marks, text))))
    if not dates:
        raise Misread(f"'{text}' bukan tanggal", _REMEDY)
    _refuse_other_weekday(text, dates)
    return dates


def _serial(days: float, text: str) -> dt.date:
    if not _FIRST_SERIAL <= days <= _LAST_SERIAL:
        raise Misread(f"'{text}' bukan tanggal", _REMEDY)
    moment = from_excel(int(days))
    assert isinstance(moment, dt.datetime)
    return moment.date()


def _marks_from_the_end(text: str, today: dt.date) -> Iterator[_Mark]:
    """Marks right to left, so that "1 dan 2 Desember 2026" knows month and year of the 1st."""
    year: int | None = None
    month: int | None = None
    for found in reversed(_tokens(text)):
        if found["word"] in WEEKDAYS:
            continue
        if found["iso"]:
            yield _Mark(_date(int(found["y"]), int(found["m"]), int(found["d"]), text))
        elif found["numeric"]:
            yield _Mark(_date(_century(found["y2"]), int(found["m2"]), int(found["d2"]), text))
        elif found["year"]:
            year = int(found["year"])
        elif found["word"] in MONTHS:
            month = MONTHS[found["word"]]
        elif found["day"] and month:
            yield _Mark(_day(year, month, int(found["day"]), today, text))
        elif found["until"]:
            yield _UNTIL
        else:
            raise Misread(f"'{text}' bukan tanggal", _REMEDY)


def _tokens(text: str) -> list[re.Match[str]]:
    tokens = date_tokens(text)
    if tokens is None:
        raise Misread(f"'{text}' bukan tanggal", _REMEDY)
    return tokens


def _refuse_other_weekday(text: str, dates: tuple[dt.date, ...]) -> None:
    """A text like "Senin, 4 Desember 2026", a Friday: one of the two is a slip."""
    named = [WEEKDAYS[found["word"]] for found in _tokens(text) if found["word"] in WEEKDAYS]
    if len(named) == len(dates) == 1 and named[0] != dates[0].isoweekday():
        real = format_date(dates[0], "EEEE, d MMMM y", locale="id")
        raise Misread(f"hari dan tanggal '{text}' tidak cocok", f"{real}? Perbaiki salah satunya")


def _ranges_filled(marks: tuple[_Mark, ...], text: str) -> Iterator[dt.date]:
    for before, mark, after in zip((_UNTIL, *marks), marks, (*marks[1:], _UNTIL), strict=False):
        if mark.day:
            yield mark.day
        elif before.day and after.day and 0 < (after.day - before.day).days <= _LONGEST_RANGE:
            span = (after.day - before.day).days
            yield from (before.day + dt.timedelta(days=step) for step in range(1, span))
        else:
            raise Misread(f"rentang tanggal '{text}' tidak masuk akal", _REMEDY)


def _day(year: int | None, month: int, day: int, today: dt.date, text: str) -> dt.date:
    if year is not None:
        return _date(year, month, day, text)
    years = range(today.year - 1, today.year + 2)
    possible = [year for year in years if day <= monthrange(year, month)[1]] or [today.year]
    near = [_date(year, month, day, text) for year in possible]
    return min(near, key=lambda date: abs(date - today))


def _century(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _date(year: int, month: int, day: int, text: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        american = "bulan ditulis sebelum hari? " if month > 12 >= day else ""
        raise Misread(f"tanggal '{text}' tidak ada", f"{american}{_REMEDY}") from None
