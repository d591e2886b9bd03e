"""The week as bars: team by day, with travel, waiting, service and breaks."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from data.itineraries.book import WeekBook
from data.itineraries.journey import Journey
from optimizer.clock import Span


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a duty, clock minutes; a service names its site and its people."""

    kind: str
    start: int
    end: int
    site: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One duty of a day as bars."""

    journey: Journey
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class DayRows:
    """A planning day, its duties, and the ids of the teams that stay at the office."""

    date: dt.date
    rows: tuple[Row, ...]
    idle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All days on one clock axis from ``opens`` to ``closes`` (whole hours in minutes)."""

    opens: int
    closes: int
    days: tuple[DayRows, ...]

    @property
    def hours(self) -> range:
        """Whole hours of the axis, in minutes."""
        return range(self.opens, self.closes + 1, 60)

    def place(self, minute: int) -> float:
        """Where a clock minute lies on the axis, in per cent."""
        return round(100 * (minute - self.opens) / (self.closes - self.opens), 3)


def timeline(book: WeekBook, journeys: tuple[Journey, ...]) -> Timeline:
    """Bars of every duty, days without duties included."""
    opens = min((j.duty.depart for j in journeys), default=420) // 60 * 60
    closes = -(-max((j.duty.back for j in journeys), default=960) // 60) * 60
    by_date = {date: tuple(group) for date, group in groupby(journeys, lambda j: j.duty.date)}
    days = (_day(book, day.date, by_date.get(day.date, ())) for day in book.problem.days)
    return Timeline(opens, closes, tuple(days))


def _day(book: WeekBook, date: dt.date, journeys: tuple[Journey, ...]) -> DayRows:
    out = {journey.duty.team for journey in journeys}
    idle = tuple(team.id for team in book.problem.teams if team.id not in out)
    rows = (Row(journey, tuple(_bars(book, journey))) for journey in journeys)
    return DayRows(date, tuple(rows), idle)


def _bars(book: WeekBook, journey: Journey) -> Iterator[Bar]:
    here, duty = journey.duty.depart, journey.duty
    for visit in journey.visits:
        stop = visit.stop
        yield Bar("travel", here, stop.arrive)
        yield from _waiting(book.problem.day[duty.date].breaks, stop.arrive, stop.start)
        yield Bar("service", stop.start, stop.end, visit.record.institution, stop.people)
        here = stop.end
    yield Bar("travel", here, duty.back)
    for pause in book.problem.day[duty.date].breaks:
        if pause.open < duty.back and pause.close > duty.depart:
            yield Bar("break", pause.open, pause.close)


def _waiting(breaks: tuple[Span, ...], start: int, end: int) -> Iterator[Bar]:
    """Waiting between two clock minutes; a break is no waiting."""
    for pause in breaks:
        if pause.open < end and pause.close > start:
            yield Bar("waiting", start, max(start, pause.open))
            start = min(end, pause.close)
    yield Bar("waiting", start, end)
