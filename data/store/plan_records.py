"""Plans in the store: versions of each week, at most one of them published."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.requests import Request
from data.store.database import Database
from data.store.plan_documents import (
    plan_hash,
    plan_text,
    problem_text,
    read_requests,
    requests_text,
)
from data.store.planned import mark_planned
from data.store.records import StoredPlan
from data.store.request_rows import Act
from data.store.tables import PlanRow
from optimizer.plan import Plan
from optimizer.plan_file import read_plan
from optimizer.problem import Problem
from optimizer.problem_file import read_problem

ACTOR = "perencana"


class PlanRecords(Database):
    """The plans of the office."""

    def save_draft(
        self,
        problem: Problem,
        plan: Plan,
        requests: Sequence[Request],
        at: dt.datetime,
        travel_note: str = "",
        warnings: Sequence[str] = (),
        *,
        only_first: bool = False,
    ) -> StoredPlan:
        """Keep a plan as the newest version of its week.

        The newest version saved again stays the newest version. Requests with a stop are marked
        planned; those that only the last draft had go back to waiting.

        Parameters
        ----------
        only_first
            Leave a week that has a plan as it is, and give that plan.
        """
        with self.writing() as session:
            last = newest(session, problem.regency, problem.week)
            if last is not None and (only_first or last.hash == plan_hash(problem, plan)):
                return stored_plan(last)
            row = _row(problem, plan, requests, last)
            row.made_at, row.travel_note, row.warnings = at, travel_note, list(warnings)
            session.add(row)
            session.flush()
            reason = f"rencana {row.week} versi {row.version}"
            mark_planned(session, problem, plan, Act(ACTOR, at, reason))
            return stored_plan(row)

    def latest_plan(self, regency: str, week: str) -> StoredPlan | None:
        """Newest version of a week's plan."""
        with self.reading() as session:
            row = newest(session, regency, week)
            return None if row is None else stored_plan(row)

    def published_plan(self, regency: str, week: str) -> StoredPlan | None:
        """The published version of a week's plan."""
        with self.reading() as session:
            row = published(session, regency, week)
            return None if row is None else stored_plan(row)

    def published_weeks(self, regency: str, last: int = 26) -> tuple[str, ...]:
        """The last weeks that have a published plan, oldest first."""
        weeks = select(PlanRow.week).where(PlanRow.regency == regency, PlanRow.state == "published")
        with self.reading() as session:
            newest_first = session.scalars(weeks.order_by(PlanRow.week.desc()).limit(last)).all()
        return tuple(reversed(newest_first))

    def plan_versions(self, regency: str, week: str) -> tuple[StoredPlan, ...]:
        """Every version of a week's plan, oldest first."""
        rows = select(PlanRow).where(PlanRow.regency == regency, PlanRow.week == week)
        with self.reading() as session:
            return tuple(stored_plan(r) for r in session.scalars(rows.order_by(PlanRow.version)))


def _row(
    problem: Problem, plan: Plan, requests: Sequence[Request], last: PlanRow | None
) -> PlanRow:
    """The version that follows ``last``."""
    return PlanRow(
        regency=problem.regency,
        week=problem.week,
        version=1 if last is None else last.version + 1,
        version_before=None if last is None else last.version,
        state="draft",
        hash=plan_hash(problem, plan),
        problem=problem_text(problem),
        plan=plan_text(plan),
        requests=requests_text(requests),
    )


def newest(session: Session, regency: str, week: str) -> PlanRow | None:
    """Row of the newest version."""
    rows = select(PlanRow).where(PlanRow.regency == regency, PlanRow.week == week)
    return session.scalars(rows.order_by(PlanRow.version.desc()).limit(1)).first()


def versioned(session: Session, regency: str, week: str, version: int) -> PlanRow | None:
    """Row of a certain version."""
    rows = select(PlanRow).where(PlanRow.regency == regency, PlanRow.week == week)
    return session.scalars(rows.where(PlanRow.version == version)).first()


def published(session: Session, regency: str, week: str) -> PlanRow | None:
    """Row of the published version."""
    rows = select(PlanRow).where(PlanRow.regency == regency, PlanRow.week == week)
    return session.scalars(rows.where(PlanRow.state == "published")).first()


def stored_plan(row: PlanRow) -> StoredPlan:
    """The plan a row keeps."""
    return StoredPlan(
        id=row.id,
        regency=row.regency,
        week=row.week,
        version=row.version,
        state=row.state,
        hash=row.hash,
        problem=read_problem(row.problem),
        plan=read_plan(row.plan),
        requests=read_requests(row.requests),
        made_at=row.made_at,
        travel_note=row.travel_note,
        warnings=tuple(row.warnings),
    )
