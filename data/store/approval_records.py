"""Approvals: a yes to one version of a plan, by somebody, at some time."""

import datetime as dt

from sqlalchemy.orm import Session

from data.plan_reference import PlanReference
from data.store.database import Database
from data.store.decision_tables import ApprovalRow
from data.store.decisions import Approval
from data.store.plan_documents import plan_hash
from data.store.plan_records import newest, stored_plan, versioned
from data.store.records import StoredPlan, StoreError
from data.store.tables import PlanRow


class ApprovalRecords(Database):
    """Who agreed to which plan."""

    def find_plan(self, regency: str, reference: PlanReference) -> StoredPlan:
        """The plan that somebody names.

        Raises
        ------
        StoreError
            If there is none.
        """
        with self.reading() as session:
            return stored_plan(_find(session, regency, reference))

    def approve(self, plan: StoredPlan, actor: str, at: dt.datetime) -> Approval:
        """Keep a yes to exactly this plan; a plan approved before keeps its first approval.

        Raises
        ------
        StoreError
            If nobody says it, or the stored plan is not the one given.
        """
        if not actor.strip():
            raise StoreError("persetujuan harus menyebut siapa yang menyetujui")
        with self.writing() as session:
            row = session.get_one(PlanRow, plan.id)
            refuse_changed(row, plan.hash)
            given = session.get(ApprovalRow, plan.id)
            if given is None:
                given = ApprovalRow(plan=plan.id, hash=plan.hash, actor=actor.strip(), at=at)
                session.add(given)
                row.state = "approved"
            return approval_of(given)

    def approval(self, plan: StoredPlan) -> Approval | None:
        """The yes to a plan, if somebody said it."""
        with self.reading() as session:
            row = session.get(ApprovalRow, plan.id)
            return None if row is None else approval_of(row)


def _find(session: Session, regency: str, reference: PlanReference) -> PlanRow:
    if reference.version is None:
        row = newest(session, regency, reference.week)
    else:
        row = versioned(session, regency, reference.week, reference.version)
    if row is None:
        remedy = f"buat dengan 'jemputbola week {reference.week}'"
        raise StoreError(f"rencana {reference} belum ada; {remedy}")
    return row


def refuse_changed(row: PlanRow, seen: str) -> None:
    """Refuse a plan whose stored problem or duties are not those that were seen.

    Raises
    ------
    StoreError
        With the remedy.
    """
    stored = stored_plan(row)
    if plan_hash(stored.problem, stored.plan) != seen:
        raise StoreError(
            f"rencana {row.week}/{row.version} berubah setelah dilihat; periksa dan setujui lagi"
        )


def approval_of(row: ApprovalRow) -> Approval:
    """The approval a row keeps."""
    return Approval(row.hash, row.actor, row.at)
