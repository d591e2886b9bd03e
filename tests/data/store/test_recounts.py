"""A letter's head-count is corrected after people were served."""

import pytest

from data.announcements import Series
from data.field_reports import FieldReport
from data.requests import State
from data.store.health import check_store
from tests.data.store.builders import MONDAY, NOW, letter, week_plan, week_problem

NUMBERING = {Series.ASSIGNMENT: "{nomor}/ST/{tahun}", Series.REPLY: "{nomor}/B/{tahun}"}


@pytest.fixture
def visited(store):
    """One letter of 100 people with a published visit."""
    asked = letter(people=100)
    recount(store, 100)
    plan = store.save_draft(week_problem(asked), week_plan(("R1", 100)), [asked], NOW)
    store.approve(plan, "Kepala Bidang", NOW)
    store.publish(plan, "penerbitan", NOW, NUMBERING)
    return store


def serve(store, people):
    told = FieldReport(date=MONDAY, team="T1", request="R1", served=people)
    store.report("35.14", [told], "tim lapangan", NOW)


def recount(store, people):
    return store.import_requests([letter(people=people)], "surat.xlsx", "loket", NOW)


def stands(store):
    found = store.request("R1")
    return found.state, found.people_left


def test_those_served_are_remembered_through_any_corrections(visited):
    serve(visited, 60)
    for people, left in ((50, 0), (100, 40), (61, 1), (60, 0), (160, 100)):
        recount(visited, people)
        assert visited.request("R1").people_left == left
    assert stands(visited) == (State.CARRIED_OVER, 100)
    assert check_store(visited) == ()


def test_a_letter_that_shrinks_to_those_served_is_served(visited):
    serve(visited, 60)
    recount(visited, 60)
    assert stands(visited) == (State.SERVED, 0)


def test_a_served_letter_that_grows_waits_again(visited):
    serve(visited, 100)
    assert stands(visited) == (State.SERVED, 0)
    assert recount(visited, 150).changed == ("R1",)
    assert stands(visited) == (State.CARRIED_OVER, 50)
    assert [request.id for request in visited.open_requests("35.14")] == ["R1"]
    steps = [(entry.from_state, entry.to_state) for entry in visited.history("R1")[-2:]]
    assert steps == [
        (State.SERVED, State.PARTLY_SERVED),
        (State.PARTLY_SERVED, State.CARRIED_OVER),
    ]


def test_a_served_letter_that_shrinks_stays_served_and_is_named(visited):
    serve(visited, 100)
    report = recount(visited, 80)
    assert stands(visited) == (State.SERVED, 0)
    assert [(hit.id, hit.state) for hit in report.closed] == [("R1", State.SERVED)]


def test_a_withdrawn_letter_that_grows_stays_withdrawn(visited):
    visited.transition("R1", State.WITHDRAWN, "loket", NOW, "ditarik")
    recount(visited, 150)
    assert stands(visited)[0] is State.WITHDRAWN


def test_more_served_than_the_letter_says_are_not_forgotten(visited):
    serve(visited, 120)
    recount(visited, 130)
    assert stands(visited) == (State.CARRIED_OVER, 10)
