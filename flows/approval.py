"""Approval: a form in which somebody says yes to one plan; no default of it does."""

from prefect import flow

from flows.forms import ApprovalForm
from flows.narrate import tell
from flows.plan_decisions import approve, find_plan
from flows.publication_request import ask_to_publish
from flows.week_words import plan_told
from flows.workplace import open_workplace


@flow(name="Persetujuan rencana")
def approve_plan(form: ApprovalForm) -> str:
    """Keep a yes to one version of a plan, bound to its hash; gives the hash.

    If the form wants it, publication follows as a run of its own.

    Raises
    ------
    StoreError
        If there is no such plan.
    """
    place = open_workplace()
    stored = find_plan(place, form.plan)
    approval = approve(place, stored, form.by)
    tell(f"rencana {form.plan} disetujui oleh {approval.actor}: {plan_told(stored.plan)}")
    if form.publish:
        ask_to_publish(stored)
    return approval.hash
