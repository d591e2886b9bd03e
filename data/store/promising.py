"""How a publication moves the requests it promises, and those it no longer can."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.life_cycle import STATE_NAMES
from data.promises import broken, promised
from data.requests import State
from data.store.open_visits import (
    open_visits,
    people_promised,
    people_to_visit,
    reported_visits,
)
from data.store.planned import mark_planned
from data.store.records import StoredPlan, StoreError
from data.store.request_rows import Act, record_of, update
from data.store.tables import RequestRow
from data.weekdays import dates_of_week
from optimizer.plan import Plan

PROMISABLE = (State.PLANNED, State.PROMISED)


def promise(session: Session, stored: StoredPlan, before: Plan | None, act: Act) -> None:
    """Promise the plan's dates; carry over what only the plan before had promised.

    Visits that were reported on are settled and left alone.

    Raises
    ------
    StoreError
        Naming every visited request that is no longer open or whose people another week has
        promised to visit, and every visit that was reported on and is not in the plan.
    """
    if before is not None:
        _refuse_lost(session, stored, before)
    mark_planned(session, stored.problem, stored.plan, act)
    visits = open_visits(session, stored.regency, stored.plan)
    rows = _rows(session, visits)
    _refuse_closed(rows)
    _refuse_promised(session, rows, stored)
    week = dates_of_week(stored.week)
    for row in rows:
        update(session, row, promised(record_of(row), visits[row.id], week), act)
    lost = open_visits(session, stored.regency, before).keys() - visits.keys() if before else ()
    for row in _rows(session, lost):
        if row.state == State.PROMISED:
            update(session, row, broken(record_of(row), week), act)


def _rows(session: Session, requests: Iterable[str]) -> list[RequestRow]:
    """Rows of letters; sessions of Kenduren Mas have none."""
    wanted = select(RequestRow).where(RequestRow.id.in_(list(requests))).order_by(RequestRow.id)
    return list(session.scalars(wanted))


def _refuse_lost(session: Session, stored: StoredPlan, before: Plan) -> None:
    """What was done is in every later version of its week, so that it can still be corrected."""
    kept = {(duty.date, duty.team, stop.request) for duty, stop in stored.plan.visits()}
    lost = [
        f"{stop.request} {duty.date:%d-%m-%Y}"
        for duty, stop in reported_visits(session, stored.regency, before)
        if (duty.date, duty.team, stop.request) not in kept
    ]
    if lost:
        raise StoreError(
            f"rencana ini menghilangkan kunjungan yang sudah dilaporkan: {', '.join(lost)}; "
            f"susun ulang dengan 'jemputbola replan {stored.week}'"
        )


def _refuse_closed(rows: list[RequestRow]) -> None:
    closed = [f"{r.id} ({STATE_NAMES[State(r.state)]})" for r in rows if r.state not in PROMISABLE]
    if closed:
        raise StoreError(
            f"rencana ini mengunjungi permohonan yang tidak lagi terbuka: {', '.join(closed)}; "
            "susun ulang rencananya"
        )


def _refuse_promised(session: Session, rows: list[RequestRow], stored: StoredPlan) -> None:
    """Two weeks planned from the same queue: the one published last would visit it again."""
    elsewhere = people_promised(session, stored.regency, stored.week)
    here = people_to_visit(session, stored.regency, stored.plan)
    over = {row.id: here[row.id] + elsewhere.get(row.id, 0) - row.people_left for row in rows}
    twice = [f"{id} ({n} orang)" for id, n in over.items() if n > 0 and elsewhere.get(id)]
    if twice:
        raise StoreError(
            f"rencana ini mengunjungi orang yang sudah dijanjikan di minggu lain: "
            f"{', '.join(twice)}; susun ulang rencananya"
        )
