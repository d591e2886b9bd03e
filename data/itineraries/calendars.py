"""Calendar files per team and per site.

A visit keeps its UID from version to version of the plan, whatever its day, time or team: it is
the week's first, second, … visit of its request. SEQUENCE is the version, and a visit that was
published before and is lost is sent again as CANCELLED (RFC 5545, 5546).
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import quote
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from data.itineraries.book import WeekBook
from data.itineraries.changes import PlannedVisit, visits_of
from data.itineraries.language import Language, language
from data.itineraries.wording import place
from optimizer.plan import Duty

STATUS = {True: "CONFIRMED", False: "TENTATIVE"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A visit in a calendar; ``uid`` names it in every version of the week."""

    uid: str
    request: str
    visit: PlannedVisit
    cancelled: bool = False


def team_calendar(book: WeekBook, team: str) -> bytes:
    """Visits of a team's week as an .ics file."""
    entries = _entries(book, lambda entry: entry.visit.team == team)
    return _calendar(book, book.teams[team], entries)


def site_calendar(book: WeekBook, request: str) -> bytes:
    """Visits to a site as an .ics file."""
    entries = _entries(book, lambda entry: entry.request == request)
    return _calendar(book, _name(book, request), entries)


def visited(book: WeekBook) -> tuple[str, ...]:
    """Requests that have a visit, or had one in the plan published before."""
    return tuple(sorted(visits_of((*book.plan.duties, *book.problem.previous))))


def _entries(book: WeekBook, wanted: Callable[[Entry], bool]) -> list[Entry]:
    now = [entry for entry in _planned(book, book.plan.duties) if wanted(entry)]
    before = [entry for entry in _planned(book, book.problem.previous) if wanted(entry)]
    kept = {entry.uid for entry in now}
    lost = (replace(entry, cancelled=True) for entry in before if entry.uid not in kept)
    return sorted((*now, *lost), key=lambda entry: (entry.visit, entry.uid))


def _planned(book: WeekBook, duties: Iterable[Duty]) -> Iterator[Entry]:
    for request, visits in visits_of(duties).items():
        for number, visit in enumerate(visits, start=1):
            yield Entry(_uid(book, request, number), request, visit)


def _uid(book: WeekBook, request: str, number: int) -> str:
    return f"{book.plan.week}-{quote(request)}-{number}@{book.problem.regency}.jemputbola"


def _calendar(book: WeekBook, name: str, entries: Iterable[Entry]) -> bytes:
    say = language(book.lang, book.office.zone)
    calendar = Calendar()
    calendar.add("prodid", f"-//jemputbola//{book.problem.regency}//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # icalendar does not escape X- properties: no line end may reach one.
    calendar.add("x-wr-calname", " ".join(f"{name} {book.plan.week}".split()))
    calendar.add_component(_timezone(book.problem.timezone))
    for entry in entries:
        calendar.add_component(_event(book, entry, say))
    ics: bytes = calendar.to_ical()
    return ics


@cache
def _timezone(name: str) -> Timezone:
    return Timezone.from_tzid(name)


def _event(book: WeekBook, entry: Entry, say: Language) -> Event:
    visit, event = entry.visit, Event()
    status = "CANCELLED" if entry.cancelled else STATUS[book.state == "published"]
    event.add("uid", entry.uid)
    event.add("sequence", book.version)
    event.add("dtstamp", book.made_at.astimezone(dt.UTC))
    event.add("dtstart", _moment(book, visit.date, visit.start))
    event.add("dtend", _moment(book, visit.date, visit.end))
    event.add("status", status)
    event.add("summary", f"{_name(book, entry.request)} – {book.teams.get(visit.team, visit.team)}")
    event.add("description", say("{people} orang", people=say.number(visit.people)))
    if entry.request in book.requests:
        site, where = book.requests[entry.request].site, place(book.requests[entry.request])
        event.add("location", ", ".join(filter(None, (site.address, where))))
        event.add("geo", (site.latitude, site.longitude))
    return event


def _moment(book: WeekBook, date: dt.date, minute: int) -> dt.datetime:
    zone = ZoneInfo(book.problem.timezone)
    return dt.datetime.combine(date, dt.time(*divmod(minute, 60)), tzinfo=zone)


def _name(book: WeekBook, request: str) -> str:
    return book.requests[request].institution if request in book.requests else request
