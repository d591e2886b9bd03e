"""Daily hours as people write them: ``"Senin-Kamis 07.00-13.00; Jumat 07.00-11.00"``."""

import datetime as dt
import re
from dataclasses import dataclass, field

from data.letters.cells import Value, text_of
from data.letters.faults import Misread
from data.places.names import plain
from data.requests import DailyHours

_EVERY_DAY = frozenset(range(1, 8))
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("senin sen monday mon", "selasa sel tuesday tue", "rabu rab wednesday wed",
         "kamis kam thursday thu", "jumat jum'at jum friday fri", "sabtu sab saturday sat",
         "minggu ahad min sunday sun"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_UNTIL = r"\s*(?:-|–|—|s\.?/?d\.?|sampai(?: dengan)?|hingga|to)\s*"
_OPENS = r"(?P<h1>\d{1,2})(?:[.:](?P<m1>\d{2}))?(?:[.:]\d{2})?(?: ?wib)?"
_CLOSES = r"(?P<h2>\d{1,2})(?:[.:](?P<m2>\d{2}))?(?:[.:]\d{2})?"
_DAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<days>\b(?P<first>{_DAY})\b(?:{_UNTIL}(?P<last>{_DAY})\b)?)"
    rf"|(?P<span>{_OPENS}{_UNTIL}{_CLOSES}(?: ?wib)?)"
    r"|(?P<closed>\b(?:libur|tutup|closed)\b)"
)
_IGNORED = re.compile(
    r"\b(?:setiap|tiap|hari|kerja|pukul|jam|mulai|dan|wib|pkl|every|day)\b|[\s,;|&:.+()]"
)
_REMEDY = "Tulis seperti 07.00-13.00 atau Senin-Kamis 07.00-13.00; Jumat 07.00-11.00"


@dataclass(slots=True)
class _Group:
    """Some days and what is said of them."""

    days: set[int] = field(default_factory=set)
    spans: list[tuple[dt.time, dt.time]] = field(default_factory=list)
    closed: bool = False

    @property
    def complete(self) -> bool:
        return self.closed or bool(self.spans)


def read_hours(value: Value) -> tuple[DailyHours, ...]:
    """Daily hours. Hours without days hold on all days not named; "libur" closes a day.

    Raises
    ------
    Misread
        If a part is no span of time, or a span ends before it begins.
    """
    text = text_of(value)
    if _IGNORED.sub("", _TOKEN.sub("", plain(text))):
        raise Misread(f"jam '{text}' tidak terbaca", _REMEDY)
    groups = _groups(text)
    if not groups or not all(group.complete for group in groups):
        raise Misread(f"jam '{text}' tidak lengkap", _REMEDY)
    named = frozenset(day for group in groups for day in group.days)
    return tuple(
        DailyHours(weekdays=frozenset(group.days) or _EVERY_DAY - named, opens=opens, closes=closes)
        for group in groups
        for opens, closes in group.spans
    )


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    for found in _TOKEN.finditer(plain(text)):
        if not groups or (found["days"] and groups[-1].complete):
            groups.append(_Group())
        if found["days"]:
            groups[-1].days |= _weekdays(found["first"], found["last"])
        elif found["closed"]:
            groups[-1].closed = True
        else:
            groups[-1].spans.append(_span(found, text))
    return _days_behind(groups)


def _days_behind(groups: list[_Group]) -> list[_Group]:
    """Days may follow their hours: "07.00-13.00 (Senin-Kamis)"."""
    if len(groups) == 2 and not groups[0].days and not groups[1].complete:
        return [_Group(groups[1].days, groups[0].spans, groups[0].closed)]
    return groups


def _weekdays(first: str, last: str | None) -> set[int]:
    start, end = _WEEKDAYS[first], _WEEKDAYS[last or first]
    return {(start - 1 + step) % 7 + 1 for step in range((end - start) % 7 + 1)}


def _span(found: re.Match[str], text: str) -> tuple[dt.time, dt.time]:
    try:
        opens = dt.time(int(found["h1"]), int(found["m1"] or 0))
        closes = dt.time(int(found["h2"]), int(found["m2"] or 0))
    except ValueError:
        raise Misread(f"jam '{text}' tidak ada", _REMEDY) from None
    if opens >= closes:
        raise Misread(f"jam tutup mendahului jam buka di '{text}'", _REMEDY)
    return opens, closes
