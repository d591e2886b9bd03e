"""The days that can still change, alone: what is settled needs no search."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from data.replanning.holding import pins_of
from data.replanning.resources import Went, went_out
from optimizer.plan import Duty, Plan
from optimizer.problem import Problem, Request
from optimizer.score import PRINTED_DIGITS, worth

T = TypeVar("T")


def days_ahead(week: Problem, done: Collection[Duty], since: dt.date) -> Problem:
    """The changed week without what is settled: its days, pins, people, and who went out.

    Parameters
    ----------
    done
        Settled duties; on days that can still change their teams, vehicles and kits are taken.
    """
    went = went_out(done, since)
    crews = went_out([replace(d, team=_whole(d.team)) for d in done], since)
    ahead = [duty for duty in week.previous if duty not in done]
    settled_pins = [pin for duty in done for pin in pins_of(duty)]
    past = _Past(done, ahead, since)
    return replace(
        week,
        days=tuple(day for day in week.days if day.date >= since),
        teams=tuple(replace(t, shifts=_free(t.shifts, _whole(t.id), crews)) for t in week.teams),
        vehicles=tuple(replace(v, dates=_dates(v.dates, v.id, went)) for v in week.vehicles),
        kits=tuple(replace(kit, dates=_dates(kit.dates, kit.id, went)) for kit in week.kits),
        requests=tuple(
            past.rest_of(request)
            for request in week.requests
            if request.people > past.people[request.id]
        ),
        pins=tuple(pin for pin in week.pins if pin not in settled_pins),
        previous=tuple(ahead),
    )


class _Past:
    """What settled duties did for each request."""

    def __init__(self, done: Collection[Duty], ahead: Collection[Duty], since: dt.date) -> None:
        self.people: Counter[str] = Counter()
        self._since = since
        self._visits = _visits(done)
        self._to_come = _visits(ahead)
        for duty in done:
            for stop in duty.stops:
                self.people[stop.request] += stop.people

    def rest_of(self, request: Request) -> Request:
        """The request with its people left; a day it was visited on is over for those left."""
        made = {d: n for (name, d), n in self._visits.items() if name == request.id}
        windows = {
            date: spans
            for date, spans in request.windows.items()
            if date >= self._since and (date not in made or (request.id, date) in self._to_come)
        }
        same_day = max((made.get(date, 0) for date in windows), default=0)
        return replace(
            request,
            people=request.people - self.people[request.id],
            windows=windows,
            max_duties_per_day=max(1, request.max_duties_per_day - same_day),
        )


def _visits(duties: Collection[Duty]) -> Counter[tuple[str, dt.date]]:
    return Counter((stop.request, duty.date) for duty in duties for stop in duty.stops)


def _whole(team: str) -> str:
    """The team of an entry that is there with fewer people (``T1`` of ``T1@3-2``)."""
    return team.partition("@")[0]


def _free(by_date: Mapping[dt.date, T], name: str, went: Went) -> dict[dt.date, T]:
    return {date: value for date, value in by_date.items() if not went(name, date)}


def _dates(dates: Collection[dt.date], name: str, went: Went) -> frozenset[dt.date]:
    return frozenset(date for date in dates if not went(name, date))


def with_past(week: Problem, ahead: Plan, done: Collection[Duty]) -> Plan:
    """The plan of the whole week: settled duties exactly as they were, and a plan of the rest.

    Its bound holds for plans with the same settled duties.
    """
    kept = (*done, *ahead.duties)
    score = round(worth(week, kept).score, PRINTED_DIGITS)
    bound = None if ahead.bound is None else ahead.bound + score - ahead.score
    return replace(ahead, duties=kept, score=score, bound=bound)
