import datetime as dt

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data.announcements import Series
from data.field_reports import FieldReport
from data.requests import State
from data.store import StoreError
from tests.data.store.builders import MONDAY, NOW, letter, week_plan, week_problem

NUMBERING = {Series.ASSIGNMENT: "{nomor}/ST/{tahun}", Series.REPLY: "{nomor}/B/{tahun}"}
REGENCY, WEEK = "35.14", "2026-W49"
LETTERS = letter(1, people=90), letter(2, people=40)


@pytest.fixture(autouse=True)
def published(store):
    store.import_requests(LETTERS, "surat.xlsx", "loket", NOW)
    publish(store, WEEK, ("R1", 60), ("KM-35.14.06", 40))


def publish(store, week, *visits):
    plan = store.save_draft(
        week_problem(*LETTERS, week=week), week_plan(*visits, week=week), LETTERS, NOW
    )
    store.approve(plan, "Kepala Bidang", NOW)
    store.publish(plan, "penerbitan", NOW, NUMBERING)


def told(served: int, request: str = "R1", **columns) -> FieldReport:
    return FieldReport(
        **{"date": MONDAY, "team": "T1", "request": request} | columns, served=served
    )


def report(store, *reports, decided=False):
    return store.report(REGENCY, reports, "tim lapangan", NOW, decided=decided)


def stands(store, request="R1"):
    found = store.request(request)
    return found.state, found.people_left, found.carried_over, found.promised_dates


def test_those_left_over_wait_again(store):
    assert report(store, told(50, absent=10)).new == (told(50, absent=10),)
    assert stands(store) == (State.CARRIED_OVER, 40, 0, ())
    assert [s.to_state for s in store.history("R1")][-2:] == [
        State.PARTLY_SERVED,
        State.CARRIED_OVER,
    ]
    assert store.request("R1") in store.open_requests("35.14")


@pytest.mark.parametrize("served", [90, 95], ids=["all", "more than asked"])
def test_everybody_served_is_the_end(store, served):
    report(store, told(served))
    assert stands(store) == (State.SERVED, 0, 0, ())
    assert "R1" not in [request.id for request in store.open_requests("35.14")]


def test_a_visit_that_served_nobody_breaks_the_promise(store):
    report(store, told(0, absent=90))
    assert stands(store) == (State.CARRIED_OVER, 90, 1, ())


def test_the_same_report_again_changes_nothing(store):
    report(store, told(50))
    steps = store.history("R1")
    assert report(store, told(50)).same == (told(50),)
    assert store.history("R1") == steps


@pytest.mark.parametrize(
    ("first", "then", "state", "left"),
    [
        (50, 70, State.CARRIED_OVER, 20),
        (50, 90, State.SERVED, 0),
        (90, 50, State.CARRIED_OVER, 40),
        (0, 90, State.SERVED, 0),
        (95, 80, State.CARRIED_OVER, 10),
    ],
)
def test_a_corrected_report_replaces_its_numbers(store, first, then, state, left):
    report(store, told(first))
    assert report(store, told(then)).corrected == (told(then),)
    assert stands(store)[:2] == (state, left)
    assert store.reports(REGENCY, WEEK) == (told(then),)


def test_a_form_read_again_takes_no_correction_back(store):
    report(store, told(50))
    report(store, told(70), decided=True)
    assert report(store, told(50)).same == (told(50),)
    assert store.reports(REGENCY, WEEK) == (told(70),)


def test_a_person_may_go_back_to_what_was_told_first(store):
    report(store, told(50))
    report(store, told(70))
    assert report(store, told(50), decided=True).corrected == (told(50),)
    assert stands(store)[:2] == (State.CARRIED_OVER, 40)


def test_what_nobody_planned_is_refused_and_the_rest_kept(store):
    strange = [
        told(5, "R2"),
        told(5, team="T9"),
        told(5, date=MONDAY + dt.timedelta(days=1)),
        told(5, date=MONDAY + dt.timedelta(days=7)),
    ]
    outcome = report(store, *strange, told(50))
    assert [refusal.report for refusal in outcome.refused] == strange
    assert "R2 oleh T1 pada 2026-11-30" in outcome.refused[0].reason
    assert outcome.new == (told(50),)


def test_sessions_are_reported_too(store):
    report(store, told(33, "KM-35.14.06"))
    assert store.reports(REGENCY, WEEK) == (told(33, "KM-35.14.06"),)


def test_closing_a_week_breaks_the_promises_nobody_reported_on(store):
    closed = store.close_week(REGENCY, WEEK, "perencana", NOW)
    assert closed.unreported == ((MONDAY, "T1", "R1"), (MONDAY, "T1", "KM-35.14.06"))
    assert stands(store) == (State.CARRIED_OVER, 90, 1, ())


def test_a_week_is_closed_once(store):
    report(store, told(50))
    store.close_week(REGENCY, WEEK, "perencana", NOW)
    before = store.history("R1")
    store.close_week(REGENCY, WEEK, "perencana", NOW)
    assert store.history("R1") == before
    assert stands(store)[0] is State.CARRIED_OVER


def test_a_late_report_of_a_closed_week_counts(store):
    store.close_week(REGENCY, WEEK, "perencana", NOW)
    report(store, told(90))
    assert stands(store)[:2] == (State.SERVED, 0)


def test_a_late_report_reaches_a_request_that_is_planned_again(store):
    report(store, told(50))
    again = store.request("R1")
    store.save_draft(
        week_problem(again, week="2026-W50"), week_plan(("R1", 40), week="2026-W50"), [again], NOW
    )
    assert stands(store)[0] is State.PLANNED
    report(store, told(90))
    assert stands(store)[:2] == (State.SERVED, 0)


def test_a_dropped_draft_leaves_a_leftover_a_leftover(store):
    report(store, told(50))
    again = store.request("R1")
    problem = week_problem(again, week="2026-W50")
    store.save_draft(problem, week_plan(("R1", 40), week="2026-W50"), [again], NOW)
    store.save_draft(problem, week_plan(week="2026-W50"), [again], NOW)
    assert stands(store)[0] is State.CARRIED_OVER


def test_a_week_without_published_plan_cannot_be_closed(store):
    with pytest.raises(StoreError, match="belum punya rencana terbit"):
        store.close_week(REGENCY, "2026-W50", "perencana", NOW)


def test_people_promised_are_those_still_to_be_visited_elsewhere(store):
    promised = {"R1": 60, "KM-35.14.06": 40}
    assert store.people_promised(REGENCY, except_week="2026-W50") == promised
    assert store.people_promised(REGENCY, except_week=WEEK) == {}
    report(store, told(50))
    assert store.people_promised(REGENCY, except_week="2026-W50") == {"KM-35.14.06": 40}
    store.close_week(REGENCY, WEEK, "perencana", NOW)
    assert store.people_promised(REGENCY, except_week="2026-W50") == {}


def test_a_session_is_held_when_it_served_or_may_yet_have(store):
    held = {"35.14.06": MONDAY}
    assert store.sessions_held("35.14", before="2026-W50") == held
    report(store, told(33, "KM-35.14.06"))
    assert store.sessions_held("35.14", before="2026-W50") == held
    report(store, told(0, "KM-35.14.06"))
    assert store.sessions_held("35.14", before="2026-W50") == {}


def test_a_session_of_a_closed_week_that_nobody_reported_was_not_held(store):
    store.close_week(REGENCY, WEEK, "perencana", NOW)
    assert store.is_closed(REGENCY, WEEK)
    assert store.sessions_held("35.14", before="2026-W50") == {}


def test_ledgers_count_newest_reports_and_notes(store):
    report(store, told(50), told(33, "KM-35.14.06"))
    report(store, told(60))
    assert store.people_served(REGENCY) == {"R1": 60, "KM-35.14.06": 33}
    assert store.cards_recorded(REGENCY) == {WEEK: 60}
    for cards in (100, 120):
        store.record_printed(REGENCY, WEEK, cards, "percetakan", NOW)
    assert store.cards_printed(REGENCY) == {WEEK: 120}


def test_published_versions_are_in_order_of_publication(store):
    publish(store, WEEK, ("R1", 50))
    versions = store.published_versions(REGENCY, WEEK)
    assert [(plan.version, plan.state) for plan in versions] == [
        (1, "superseded"),
        (2, "published"),
    ]


@pytest.mark.parametrize("table", ["field_report", "closing"])
def test_reports_and_closings_can_only_be_added(store, table):
    report(store, told(50))
    store.close_week(REGENCY, WEEK, "perencana", NOW)
    with pytest.raises(DBAPIError, match="append-only"), store.writing() as session:
        session.execute(text(f"UPDATE {table} SET actor = 'x'"))
