"""What a planner should know about a week's data before trusting its plan."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from babel.dates import format_date

from data.assemble import Office
from data.requests import Precision, Request
from data.site_windows import site_windows
from data.weekdays import dates_of_week

_ROUGH = frozenset({Precision.DESA, Precision.KECAMATAN})


def week_warnings(office: Office, week: str, letters: Sequence[Request]) -> tuple[str, ...]:
    """Warnings in Bahasa Indonesia, the week's calendar first.

    Parameters
    ----------
    letters
        Open requests; sessions of Kenduren Mas have nothing to doubt.
    """
    return (
        *_days_off(office, week),
        *_estimated_ramadan(office, week),
        *_promises_on_days_off(office, week, letters),
        *_no_date(office, week, letters),
        *_overdue(week, letters),
        *_rough_points(letters),
    )


def _days_off(office: Office, week: str) -> Iterator[str]:
    for date in dates_of_week(week)[:5]:
        reason = office.calendar.closed(date)
        if reason is not None:
            yield f"Kantor tutup {_day(date)}: {reason}."


def _estimated_ramadan(office: Office, week: str) -> Iterator[str]:
    announced = {period.first.year for period in office.calendar.calendar.ramadan}
    dates = office.calendar.of_week(week)
    if any(office.calendar.ramadan(d) and d.year not in announced for d in dates):
        yield "Jam Ramadan memakai tanggal perkiraan; tulis tanggal resminya di kalender kantor."


def _promises_on_days_off(office: Office, week: str, letters: Sequence[Request]) -> Iterator[str]:
    for letter in letters:
        for date in sorted(set(letter.promised_dates) & set(dates_of_week(week))):
            reason = office.calendar.closed(date)
            if reason is not None:
                promise = f"Janji {_day(date)} untuk {letter.institution}"
                yield f"{promise} jatuh pada hari tutup: {reason}."


def _no_date(office: Office, week: str, letters: Sequence[Request]) -> Iterator[str]:
    dates = office.calendar.of_week(week)
    shut = [
        letter
        for letter in letters
        if not site_windows(letter, dates, office.rules.kinds[letter.kind], office.calendar)
    ]
    if shut and dates:
        yield f"{len(shut)} tempat tidak punya hari yang mungkin minggu ini: {_names(shut)}."


def _overdue(week: str, letters: Sequence[Request]) -> Iterator[str]:
    monday = dates_of_week(week)[0]
    late = [letter for letter in letters if letter.deadline and letter.deadline < monday]
    if late:
        yield f"{len(late)} tempat sudah lewat batas waktunya: {_names(late)}."


def _rough_points(letters: Sequence[Request]) -> Iterator[str]:
    rough = [letter for letter in letters if letter.site.precision in _ROUGH]
    if rough:
        yield (
            f"{len(rough)} tempat hanya dikenal sampai desa atau kecamatannya, "
            f"jadi waktu tempuhnya kasar: {_names(rough)}."
        )


def _names(letters: Collection[Request], shown: int = 5) -> str:
    names = [letter.institution for letter in letters]
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f", dan {more} lainnya" if more > 0 else "")


def _day(date: dt.date) -> str:
    return format_date(date, "EEEE, d MMMM y", locale="id_ID")
