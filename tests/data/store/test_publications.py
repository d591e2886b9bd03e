import pytest
from sqlalchemy import text

from data.announcements import Series
from data.field_reports import FieldReport
from data.requests import State
from data.store import StoreError
from tests.data.store.builders import MONDAY, NOW, letter, week_plan, week_problem

NUMBERING = {Series.ASSIGNMENT: "{nomor}/ST/{tahun}", Series.REPLY: "{nomor}/B/{tahun}"}
REGENCY, WEEK = "35.14", "2026-W49"
LETTERS = letter(1), letter(2)


@pytest.fixture(autouse=True)
def letters(store):
    store.import_requests(LETTERS, "surat.xlsx", "loket", NOW)


def approved(store, *visits, week=WEEK):
    plan = store.save_draft(
        week_problem(*LETTERS, week=week), week_plan(*visits, week=week), LETTERS, NOW
    )
    store.approve(plan, "Kepala Bidang", NOW)
    return plan


def publish(store, plan):
    return store.publish(plan, "penerbitan", NOW, NUMBERING)


def everything(store):
    tables = ("plan", "history", "approval", "publication", "register", "outbox", "request")
    with store.reading() as session:
        return {t: session.execute(text(f'SELECT * FROM "{t}" ORDER BY 1')).all() for t in tables}


def test_a_plan_without_approval_is_refused(store):
    plan = store.save_draft(week_problem(*LETTERS), week_plan(("R1", 40)), LETTERS, NOW)
    before = everything(store)
    with pytest.raises(StoreError, match="belum disetujui"):
        publish(store, plan)
    assert everything(store) == before


def test_a_publication_promises_dates_and_owes_numbered_letters(store):
    plan = approved(store, ("R1", 40))
    owed = publish(store, plan).messages
    assert store.published_plan(REGENCY, WEEK).id == plan.id
    assert [(m.series, m.subject, m.number) for m in owed] == [
        (Series.ASSIGNMENT, "2026-11-30-T1", "1/ST/2026"),
        (Series.REPLY, "R1", "1/B/2026"),
        (Series.REPLY, "R2", "2/B/2026"),
    ]
    assert [m.dates for m in owed] == [(MONDAY,), (MONDAY,), ()]
    served, left = store.request("R1"), store.request("R2")
    assert (served.state, served.promised_dates) == (State.PROMISED, (MONDAY,))
    assert (left.state, left.promised_dates) == (State.PENDING, ())


def test_publishing_twice_changes_nothing(store):
    plan = approved(store, ("R1", 40))
    first = publish(store, plan)
    before = everything(store)
    assert publish(store, plan) == first
    assert everything(store) == before


def test_a_new_version_tells_only_what_is_new_and_carries_broken_promises_over(store):
    publish(store, approved(store, ("R1", 40)))
    second = approved(store, ("R2", 40))
    owed = publish(store, second).messages
    assert [(m.subject, m.number) for m in owed] == [
        ("2026-11-30-T1", "2/ST/2026"),
        ("R1", "3/B/2026"),
        ("R2", "4/B/2026"),
    ]
    assert [plan.state for plan in store.plan_versions(REGENCY, WEEK)] == [
        "superseded",
        "published",
    ]
    lost = store.request("R1")
    assert (lost.state, lost.carried_over, lost.promised_dates) == (State.CARRIED_OVER, 1, ())
    assert store.request("R2").state is State.PROMISED


def test_an_unchanged_announcement_is_not_told_again(store):
    publish(store, approved(store, ("R1", 40)))
    problem = week_problem(*LETTERS, letter(3))
    third = store.save_draft(problem, week_plan(("R1", 40)), LETTERS, NOW)
    store.approve(third, "Kepala Bidang", NOW)
    assert [m.subject for m in publish(store, third).messages] == ["R3"]


def test_a_dropped_duty_is_cancelled_once(store):
    publish(store, approved(store, ("R1", 40)))
    owed = publish(store, approved(store)).messages
    assert ("2026-11-30-T1", ()) in [(m.subject, m.dates) for m in owed]
    again = approved(store, ("R2", 40))
    publish(store, again)
    assert len([m for m in store.messages(REGENCY, WEEK) if m.subject == "2026-11-30-T1"]) == 1


def test_an_older_version_does_not_come_back(store):
    first, second = approved(store, ("R1", 40)), approved(store, ("R2", 40))
    publish(store, second)
    with pytest.raises(StoreError, match="lebih baru"):
        publish(store, first)


def test_a_request_withdrawn_after_the_plan_stops_the_publication(store):
    plan = approved(store, ("R1", 40))
    store.transition("R1", State.WITHDRAWN, "loket", NOW, "surat penarikan")
    before = everything(store)
    with pytest.raises(StoreError, match=r"R1 \(ditarik\)"):
        publish(store, plan)
    assert everything(store) == before


def test_each_week_has_its_own_plan_and_numbers_run_on(store):
    publish(store, approved(store, ("R1", 40)))
    owed = publish(store, approved(store, ("R2", 40), week="2026-W50")).messages
    assert [m.number for m in owed] == ["2/ST/2026", "3/B/2026", "4/B/2026"]
    assert store.people_promised(REGENCY, except_week=WEEK) == {"R2": 40}


def test_a_delivery_is_noted_once(store):
    message = publish(store, approved(store, ("R1", 40))).messages[0]
    assert store.deliver(message.id, "loket", NOW).delivered_at == NOW
    assert store.deliver(message.id, "lain", NOW.replace(hour=20)).delivered_at == NOW
    with pytest.raises(StoreError, match="tidak ada"):
        store.deliver(999, "loket", NOW)


def test_a_visit_that_was_reported_is_settled_and_not_promised_again(store):
    publish(store, approved(store, ("R1", 40)))
    report = FieldReport(date=MONDAY, team="T1", request="R1", served=40)
    store.report(REGENCY, [report], "lapangan", NOW)
    before = store.request("R1")
    asked = letter(1), letter(2), letter(3)
    third = store.save_draft(week_problem(*asked), week_plan(("R1", 40)), asked, NOW)
    store.approve(third, "Kepala Bidang", NOW)
    publish(store, third)
    assert store.request("R1") == before
    assert before.people_left == 50


def test_a_version_without_a_visit_that_was_reported_is_refused(store):
    publish(store, approved(store, ("R1", 40)))
    second = approved(store, ("R2", 40))
    report = FieldReport(date=MONDAY, team="T1", request="R1", served=30)
    store.report(REGENCY, [report], "lapangan", NOW)
    before = everything(store)
    with pytest.raises(StoreError, match=r"sudah dilaporkan: R1 30-11-2026.*replan"):
        publish(store, second)
    assert everything(store) == before


def test_a_closed_week_gets_no_other_version(store):
    publish(store, approved(store, ("R1", 40)))
    second = approved(store, ("R1", 40), ("R2", 40))
    store.close_week(REGENCY, WEEK, "penutupan", NOW)
    before = everything(store)
    with pytest.raises(StoreError, match="minggu 2026-W49 sudah ditutup"):
        publish(store, second)
    assert everything(store) == before


def test_nobody_is_promised_in_two_weeks(store):
    first, second = approved(store, ("R1", 60)), approved(store, ("R1", 60), week="2026-W50")
    publish(store, first)
    before = everything(store)
    with pytest.raises(StoreError, match=r"minggu lain.*R1 \(30 orang\).*susun ulang"):
        publish(store, second)
    assert everything(store) == before


def test_those_left_by_another_week_may_be_promised(store):
    first, second = approved(store, ("R1", 60)), approved(store, ("R1", 30), week="2026-W50")
    publish(store, first)
    publish(store, second)
    assert store.people_promised(REGENCY, except_week="2026-W51") == {"R1": 90}


def test_people_whose_promise_was_broken_may_be_promised_again(store):
    publish(store, approved(store, ("R1", 90)))
    store.close_week(REGENCY, WEEK, "penutupan", NOW)
    publish(store, approved(store, ("R1", 90), week="2026-W50"))
    assert store.request("R1").state is State.PROMISED
