"""Approving and publishing as plain functions; their flows tell the story to Prefect."""

from data.plan_reference import PlanReference
from data.store import Approval, Message, Publication, StoredPlan
from flows.workplace import Workplace

ACTOR = "alur penerbitan"


def find_plan(place: Workplace, name: str) -> StoredPlan:
    """The plan of a name such as ``2026-W49`` (its newest version) or ``2026-W49/2``.

    Raises
    ------
    ValueError
        If the name is none.
    StoreError
        If there is no such plan.
    """
    with place.store() as store:
        return store.find_plan(place.office.regency_code, PlanReference.parse(name))


def approve(place: Workplace, plan: StoredPlan, by: str) -> Approval:
    """Keep somebody's yes to exactly this plan.

    Raises
    ------
    StoreError
        If the plan changed meanwhile.
    """
    with place.store() as store:
        return store.approve(plan, by, place.now())


def publish(place: Workplace, plan: StoredPlan) -> tuple[StoredPlan, Publication]:
    """Make an approved plan the week's plan; gives it as it stands now.

    Raises
    ------
    StoreError
        If nobody approved it, a newer one is published, or a visited request is closed.
    """
    numbering = place.office.letter_numbers.by_series
    with place.store() as store:
        publication = store.publish(plan, ACTOR, place.now(), numbering)
    return find_plan(place, f"{plan.week}/{plan.version}"), publication


def messages(place: Workplace, week: str) -> tuple[Message, ...]:
    """What the week's publications owe, newest word to each."""
    with place.store() as store:
        return store.messages(place.office.regency_code, week)
