import datetime as dt

from data.field_reports import FieldReport
from data.ledgers.promises import Outcome, Promise, promise_ledger
from optimizer.plan import Duty, Plan, Stop
from tests.data.builders import DATES, WEEK

MONDAY, TUESDAY = DATES[:2]


def version(*visits: tuple[str, dt.date]) -> Plan:
    duties = tuple(
        Duty(date, "T1", "V1", ("K1",), (Stop(request, 460, 460, 700, 40),), 420, 740, 31.0)
        for request, date in visits
    )
    return Plan(WEEK, "feasible", 0, 0.0, None, 1.0, duties)


def told(request: str, date: dt.date, served: int, **columns) -> FieldReport:
    return FieldReport(date=date, team="T1", request=request, served=served, **columns)


def test_a_visit_that_served_somebody_is_kept():
    ledger = promise_ledger([version(("R1", MONDAY))], [told("R1", MONDAY, 5)], closed=True)
    assert ledger == (Promise("R1", MONDAY, Outcome.KEPT),)


def test_a_date_that_a_later_version_changed_is_moved():
    versions = [version(("R1", MONDAY)), version(("R1", TUESDAY))]
    moved, new = promise_ledger(versions, [], closed=False)
    assert moved == Promise("R1", MONDAY, Outcome.MOVED, "dipindah ke 2026-12-01")
    assert new == Promise("R1", TUESDAY, Outcome.OPEN)


def test_a_date_that_a_later_version_dropped_is_broken():
    (broken,) = promise_ledger([version(("R1", MONDAY)), version()], [], closed=False)
    assert (broken.outcome, broken.reason) == (
        Outcome.BROKEN,
        "dibatalkan oleh perubahan rencana",
    )


def test_a_visit_to_nobody_is_broken_for_the_reported_reason():
    report = told("R1", MONDAY, 0, failed=3, reason="listrik padam")
    (broken,) = promise_ledger([version(("R1", MONDAY))], [report], closed=False)
    assert (broken.outcome, broken.reason) == (Outcome.BROKEN, "listrik padam")


def test_silence_breaks_a_promise_only_when_the_week_is_closed():
    outcomes = [
        promise_ledger([version(("R1", MONDAY))], [], closed=closed)[0].outcome
        for closed in (False, True)
    ]
    assert outcomes == [Outcome.OPEN, Outcome.BROKEN]


def test_a_week_without_publication_owes_nothing():
    assert promise_ledger([], [], closed=True) == ()
