"""Dates as people write them, one or several in a cell."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from babel.dates import get_month_names
from openpyxl.utils.datetime import from_excel

from data.letters.cells import Value, text_of
from data.letters.faults import Misread
from data.places.names import plain

_REMEDY = "Tulis seperti 16 Maret 2026, 16/03/2026 atau 2026-03-16"
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_050  # 2000-01-01 and 2099-12-31 as Excel counts days
_LONGEST_RANGE = 62

_MONTHS: dict[str, int] = {
    plain(name).rstrip("."): number
    for locale in ("id", "en")
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=locale).items()
} | {"agust": 8, "agt": 8, "agu": 8, "sept": 9, "nop": 11, "nopember": 11, "pebruari": 2}

_TOKEN = re.compile(
    r"(?P<iso>(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2}))"
    r"(?:[t ]\d{1,2}[:.]\d{2}\S*(?: ?[ap]m)?)?"
    r"|(?P<numeric>(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4}|\d{2}))(?!\d)"
    r"(?: \d{1,2}[:.]\d{2}\S*(?: ?[ap]m)?)?"
    r"|(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<day>\d{1,2})(?!\d)"
    r"|(?P<until>s\.?/?d\.?(?![a-z])|sampai(?: dengan)?|hingga|[-–—])"
    r"|(?P<word>[a-z']+)\.?"
    r"|(?P<gap>[\s,;/&.()]+)"
)
_COMPACT = re.compile(r"\b(\d{1,2})[-/]([a-z]{3,})[-/](?:20)?(\d\d)(?!\d)")
_IGNORED = re.compile(
    r"senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|hari|tanggal|tgl|dan|atau|pada|wib"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|and|or"
)


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
        if found["iso"]:
            yield _Mark(_date(int(found["y"]), int(found["m"]), int(found["d"]), text))
        elif found["numeric"]:
            yield _Mark(_date(_century(found["y2"]), int(found["m2"]), int(found["d2"]), text))
        elif found["year"]:
            year = int(found["year"])
        elif found["word"] in _MONTHS:
            month = _MONTHS[found["word"]]
        elif found["day"] and month:
            yield _Mark(_day(year, month, int(found["day"]), today, text))
        elif found["until"]:
            yield _UNTIL
        else:
            raise Misread(f"'{text}' bukan tanggal", _REMEDY)


def _tokens(text: str) -> list[re.Match[str]]:
    lowered, position = _COMPACT.sub(r"\1 \2 20\3", plain(text)), 0
    tokens = []
    while position < len(lowered):
        found = _TOKEN.match(lowered, position)
        if found is None:
            raise Misread(f"'{text}' bukan tanggal", _REMEDY)
        if not (found["gap"] or _IGNORED.fullmatch(found["word"] or "")):
            tokens.append(found)
        position = found.end()
    return tokens


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
