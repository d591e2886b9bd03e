"""Planning the rest of a published week anew, as plain functions."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from data.assemble import assemble, places_of
from data.kenduren import PREFIX
from data.replanning import (
    Disruption,
    Hold,
    as_before,
    changed_week,
    days_ahead,
    pins,
    settled,
    with_known_legs,
    with_past,
)
from data.requests import Request
from data.store import StoredPlan, StoreError
from flows.week_steps import Asked, find_plan, gather_requests
from flows.workplace import Workplace
from optimizer.faults import InvalidDocument
from optimizer.plan import Duty, Plan
from optimizer.problem import Problem, Travel
from optimizer.result import Listener

Stop = tuple[dt.date, str, str]


def published_plan(place: Workplace, week: str) -> StoredPlan:
    """The plan that holds for a week.

    Raises
    ------
    StoreError
        If none is published.
    """
    with place.store() as store:
        stored = store.published_plan(place.office.regency_code, week)
    if stored is None:
        raise StoreError(f"minggu {week} belum terbit; ubah drafnya dengan 'jemputbola week'")
    return stored


def rest_of_week(place: Workplace, before: StoredPlan, disruption: Disruption) -> Asked:
    """The problem of the days that can still change, with today's fleet file and records.

    Raises
    ------
    StoreError
        If no day of the week can change, a cancelled site has no visit, or an urgent request is
        not open.
    """
    _refuse_past(before, disruption.since)
    waiting = {request.id: request for request in gather_requests(place, before.week)}
    _refuse_unknown(disruption.cancelled, [s.request for _, s in before.plan.visits()], "kunjungan")
    _refuse_unknown(disruption.urgent, waiting, "permohonan terbuka")
    planned = {request.id for request in before.requests}
    added = [waiting[name] for name in sorted(disruption.urgent - planned)]
    records = (*before.requests, *added)
    travel, note = _travel(place, before, records)
    reported = _reported(place, before)
    problem = changed_week(
        before.problem,
        before.plan.duties,
        assemble(place.planning, before.week, records, travel),
        disruption,
        _left(waiting, before, reported),
        reported,
    )
    return Asked(problem, records, note)


def _refuse_past(before: StoredPlan, since: dt.date) -> None:
    last = max(day.date for day in before.problem.days)
    if since > last:
        raise StoreError(
            f"minggu {before.week} sudah lewat pada {since:%d-%m-%Y}, jadi tidak bisa berubah; "
            "periksa minggunya atau --since"
        )


def settled_duties(place: Workplace, before: StoredPlan, since: dt.date) -> tuple[Duty, ...]:
    """What of the published week cannot change: its past, and visits that were reported on."""
    return settled(before.plan.duties, since, _reported(place, before))


def _reported(place: Workplace, before: StoredPlan) -> set[Stop]:
    with place.store() as store:
        return {report.stop for report in store.reports(before.regency, before.week)}


def _left(
    waiting: Mapping[str, Request], before: StoredPlan, reported: Collection[Stop]
) -> Counter[str]:
    """People each request still waits for; a session that was held has none, whoever came."""
    left = Counter({name: request.people_left for name, request in waiting.items()})
    for duty, stop in before.plan.visits():
        session = stop.request.startswith(PREFIX)
        if session and (duty.date, duty.team, stop.request) in reported:
            left[stop.request] -= stop.people
    return left


def _refuse_unknown(names: Collection[str], known: Collection[str], what: str) -> None:
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise StoreError(f"tidak ada {what} {', '.join(unknown)} minggu ini; periksa nomornya")


def _travel(
    place: Workplace, before: StoredPlan, records: tuple[Request, ...]
) -> tuple[Travel, str]:
    places = places_of(place.planning.fleet, records, place.upland)
    with place.store() as store:
        table = place.travel(store).matrix(places)
    return with_known_legs(table.travel, before.problem.travel), table.note


def least_change(
    asked: Asked,
    before: StoredPlan,
    done: tuple[Duty, ...],
    since: dt.date,
    seconds: float,
    listener: Listener,
) -> tuple[Problem, Plan]:
    """The plan that keeps the most promises, and among those the firmest hold on what stands."""
    found: list[tuple[Problem, Plan]] = []
    for hold in Hold:
        week = replace(asked.problem, pins=pins(asked.problem, before.plan.duties, done, hold))
        try:
            ahead = find_plan(days_ahead(week, done, since), seconds, 0, listener).plan
        except InvalidDocument:  # a hold too firm to be met, at least in the time given
            continue
        found.append((week, with_past(week, ahead, done)))
        if ahead.must_serve_missed == 0:
            break
    week, plan = min(found, key=lambda each: each[1].must_serve_missed)
    return week, as_before(week, plan, before.plan.duties)
