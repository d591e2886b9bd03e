from dataclasses import replace

import pytest

from data.field_reports import FieldReport
from data.ledgers.causes import Cause, Reason
from data.ledgers.promises import Outcome, Promise, WeekRecord, promise_ledger
from optimizer.plan import Plan
from optimizer.problem import Problem
from tests.data.itineraries.sample_week import DATES, _duty, plan, problem

MONDAY, TUESDAY = DATES[:2]
EMPTY = replace(plan(), duties=())


def on(*days: int) -> Plan:
    """SMAN 1 Kejayan visited by team 1 on some days."""
    return replace(plan(), duties=tuple(_duty("T1", day, (1,), 110) for day in days))


def ledger(*versions: Plan, after: Problem | None = None, **known) -> tuple[Promise, ...]:
    problems = [problem()] * (len(versions) - 1) + [after or problem()]
    return promise_ledger(WeekRecord(list(zip(problems, versions, strict=True)), **known))


def told(served: int, **columns) -> FieldReport:
    return FieldReport(date=MONDAY, team="T1", request="R1", served=served, **columns)


def broken(cause: Cause, words: str = "") -> tuple[Promise, ...]:
    return (Promise("R1", MONDAY, Outcome.BROKEN, Reason(cause, words)),)


def test_a_visit_that_served_somebody_is_kept():
    kept = (Promise("R1", MONDAY, Outcome.KEPT),)
    assert ledger(on(0), reports=[told(5)], closed=True) == kept


def test_a_date_that_a_later_version_changed_is_moved():
    moved, new = ledger(on(0), on(1))
    assert moved == Promise("R1", MONDAY, Outcome.MOVED, Reason(Cause.REPLANNED), (TUESDAY,))
    assert new == Promise("R1", TUESDAY, Outcome.OPEN)


def test_a_date_that_a_later_version_dropped_is_broken():
    assert ledger(on(0), EMPTY) == broken(Cause.REPLANNED)


def test_a_date_that_came_back_is_owed_again():
    assert ledger(on(0), EMPTY, on(0)) == (Promise("R1", MONDAY, Outcome.OPEN),)


def without(what: str) -> Problem:
    whole = problem()
    match what:
        case "team":
            return replace(whole, teams=whole.teams[1:])
        case "shift":
            first = replace(whole.teams[0], shifts={})
            return replace(whole, teams=(first, *whole.teams[1:]))
        case "vehicle":
            first = replace(whole.vehicles[0], dates=frozenset())
            return replace(whole, vehicles=(first, *whole.vehicles[1:]))
        case "kit":
            return replace(whole, kits=whole.kits[1:])
        case "request":
            return replace(whole, requests=whole.requests[1:])
        case "window":
            first = replace(whole.requests[0], windows={})
            return replace(whole, requests=(first, *whole.requests[1:]))
        case _:
            return replace(whole, days=whole.days[1:])


@pytest.mark.parametrize(
    ("gone", "cause"),
    [
        ("team", Cause.TEAM_AWAY),
        ("shift", Cause.TEAM_AWAY),
        ("vehicle", Cause.VEHICLE_AWAY),
        ("kit", Cause.KIT_AWAY),
        ("request", Cause.SITE_SHUT),
        ("window", Cause.SITE_SHUT),
        ("day", Cause.DAY_OFF),
    ],
)
def test_a_dropped_date_is_explained_by_what_the_later_problem_lacks(gone, cause):
    assert ledger(on(0), EMPTY, after=without(gone)) == broken(cause)


def test_a_withdrawn_letter_explains_itself():
    withdrawn = {"R1": "ujian sekolah"}
    for versions in ([on(0)], [on(0), EMPTY]):
        assert ledger(*versions, withdrawn=withdrawn) == broken(Cause.WITHDRAWN, "ujian sekolah")


def test_a_visit_to_nobody_is_broken_for_the_reported_reason():
    report = told(0, failed=3, reason="listrik padam")
    assert ledger(on(0), reports=[report]) == broken(Cause.REPORTED, "listrik padam")


def test_a_visit_that_nobody_came_to():
    assert ledger(on(0), reports=[told(0, absent=9)]) == broken(Cause.NOBODY_CAME)
    assert ledger(on(0), reports=[told(0)]) == broken(Cause.NOBODY_SERVED)


def test_silence_breaks_a_promise_only_when_the_week_is_closed():
    assert [promise.outcome for promise in ledger(on(0))] == [Outcome.OPEN]
    assert ledger(on(0), closed=True) == broken(Cause.SILENCE)


def test_a_week_without_publication_owes_nothing():
    assert promise_ledger(WeekRecord([], closed=True)) == ()
