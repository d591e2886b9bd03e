"""Names of weekdays and the dates of an ISO week."""

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator

NAMES = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


def parse_weekday(name: Any) -> Any:
    """ISO weekday (1 = Monday … 7 = Sunday) of an Indonesian name.

    Raises
    ------
    ValueError
        If there is no such day, in Bahasa Indonesia.
    """
    if isinstance(name, int):
        return name
    if not isinstance(name, str) or name.strip().lower() not in NAMES:
        raise ValueError(f"'{name}' bukan nama hari; pilih dari {', '.join(NAMES)}")
    return NAMES.index(name.strip().lower()) + 1


Weekday = Annotated[int, BeforeValidator(parse_weekday)]


def dates_of_week(week: str) -> tuple[dt.date, ...]:
    """Seven dates, Monday first, of an ISO week such as ``2026-W49``.

    Raises
    ------
    ValueError
        If the text names no ISO week.
    """
    shape = re.fullmatch(r"(2[0-9]{3})-W([0-9]{2})", week)
    try:
        monday = dt.date.fromisocalendar(int(shape[1]), int(shape[2]), 1) if shape else None
    except ValueError:
        monday = None
    if monday is None:
        raise ValueError(f"'{week}' bukan minggu seperti 2026-W49")
    return tuple(monday + dt.timedelta(days=n) for n in range(7))


def week_of(date: dt.date) -> str:
    """ISO week of a date, e.g. ``2026-W49``."""
    year, week, _ = date.isocalendar()
    return f"{year}-W{week:02d}"
