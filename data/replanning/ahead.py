"""The days that can still change, alone: what is past needs no search."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from optimizer.plan import Duty, Plan
from optimizer.problem import Problem
from optimizer.score import PRINTED_DIGITS, worth

T = TypeVar("T")


def days_ahead(week: Problem, duties: Collection[Duty], since: dt.date) -> Problem:
    """The changed week without its past: days, pins, and people that had a stop before."""
    past: Counter[str] = Counter()
    for duty in duties:
        if duty.date < since:
            past.update({stop.request: stop.people for stop in duty.stops})
    return replace(
        week,
        days=tuple(day for day in week.days if day.date >= since),
        teams=tuple(replace(team, shifts=_from(team.shifts, since)) for team in week.teams),
        vehicles=tuple(replace(v, dates=_dates_from(v.dates, since)) for v in week.vehicles),
        kits=tuple(replace(kit, dates=_dates_from(kit.dates, since)) for kit in week.kits),
        requests=tuple(
            replace(r, people=r.people - past[r.id], windows=_from(r.windows, since))
            for r in week.requests
            if r.people > past[r.id]
        ),
        pins=tuple(pin for pin in week.pins if pin.date is not None and pin.date >= since),
        previous=tuple(duty for duty in week.previous if duty.date >= since),
    )


def _from(by_date: Mapping[dt.date, T], since: dt.date) -> dict[dt.date, T]:
    return {date: value for date, value in by_date.items() if date >= since}


def _dates_from(dates: Collection[dt.date], since: dt.date) -> frozenset[dt.date]:
    return frozenset(date for date in dates if date >= since)


def with_past(week: Problem, ahead: Plan, duties: Collection[Duty], since: dt.date) -> Plan:
    """The plan of the whole week: past duties exactly as they were, and a plan of the rest.

    Its bound holds for plans with the same past.
    """
    kept = (*(duty for duty in duties if duty.date < since), *ahead.duties)
    score = round(worth(week, kept).score, PRINTED_DIGITS)
    bound = None if ahead.bound is None else ahead.bound + score - ahead.score
    return replace(ahead, duties=kept, score=score, bound=bound)
