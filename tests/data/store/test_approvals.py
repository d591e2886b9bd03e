import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from data.plan_reference import PlanReference
from data.store import StoreError
from tests.data.store.builders import NOW, letter, week_plan, week_problem

LATER = NOW.replace(hour=15)


def draft(store, people=40):
    asked = letter(1)
    return store.save_draft(week_problem(asked), week_plan(("R1", people)), [asked], NOW)


def test_an_approval_says_who_when_and_what(store):
    plan = draft(store)
    assert store.approval(plan) is None
    given = store.approve(plan, " Kepala Bidang ", NOW)
    assert (given.actor, given.at, given.hash) == ("Kepala Bidang", NOW, plan.hash)
    assert store.approval(plan) == given
    assert store.latest_plan("35.14", "2026-W49").state == "approved"


def test_the_first_approval_stays(store):
    plan = draft(store)
    first = store.approve(plan, "Kepala Bidang", NOW)
    assert store.approve(plan, "Sekretaris", LATER) == first


def test_a_changed_plan_has_no_approval(store):
    store.approve(draft(store), "Kepala Bidang", NOW)
    assert store.approval(draft(store, people=41)) is None


def test_nobody_approves_nothing(store):
    plan = draft(store)
    with pytest.raises(StoreError, match="siapa"):
        store.approve(plan, "  ", NOW)
    assert store.approval(plan) is None


def test_a_plan_changed_behind_the_back_of_its_reader_is_refused(store):
    plan, other = draft(store), draft(store, people=41)
    with store.writing() as session:
        session.execute(
            text("UPDATE plan SET plan = (SELECT p.plan FROM plan p WHERE p.id = :id)"),
            {"id": other.id},
        )
    with pytest.raises(StoreError, match="berubah"):
        store.approve(plan, "Kepala Bidang", NOW)


def test_approvals_cannot_be_changed_or_removed(store):
    store.approve(draft(store), "Kepala Bidang", NOW)
    for change in ("UPDATE approval SET actor = 'x'", "DELETE FROM approval"):
        with pytest.raises(DatabaseError), store.writing() as session:
            session.execute(text(change))


def test_a_plan_is_found_by_week_or_version(store):
    first, second = draft(store), draft(store, people=41)
    assert store.find_plan("35.14", PlanReference("2026-W49")) == second
    assert store.find_plan("35.14", PlanReference("2026-W49", 1)).id == first.id
    for missing in (PlanReference("2026-W49", 3), PlanReference("2026-W50")):
        with pytest.raises(StoreError, match="belum ada"):
            store.find_plan("35.14", missing)
