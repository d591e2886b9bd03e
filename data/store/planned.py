"""How a draft moves the requests it is made of."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.requests import Request, State
from data.store.open_visits import open_visits
from data.store.request_rows import Act, record_of, update
from data.store.tables import RequestRow
from optimizer.plan import Plan
from optimizer.problem import Problem


def mark_planned(session: Session, problem: Problem, plan: Plan, act: Act) -> None:
    """Move waiting requests with a stop to planned, planned ones without back to waiting."""
    visited = open_visits(session, problem.regency, plan).keys()
    waiting = (State.PENDING, State.CARRIED_OVER)
    asked = select(RequestRow).where(RequestRow.id.in_([r.id for r in problem.requests]))
    for row in session.scalars(asked):
        before = record_of(row)
        if row.id in visited and before.state in waiting:
            update(session, row, before.model_copy(update={"state": State.PLANNED}), act)
        elif row.id not in visited and before.state is State.PLANNED:
            update(session, row, before.model_copy(update={"state": _waiting(before)}), act)


def _waiting(request: Request) -> State:
    """Where a request waits: a leftover stays one."""
    known = request.carried_over > 0 or request.people_left < request.people
    return State.CARRIED_OVER if known else State.PENDING
