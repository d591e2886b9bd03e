import datetime as dt
from pathlib import Path

import pytest

from config.settings import Settings
from data.field_reports import FieldReport
from data.itineraries.journey import duty_id
from data.requests import State
from data.store import Store, StoredPlan, StoreError, open_store
from flows import plan_decisions as decisions
from flows import report_steps
from flows.workplace import open_workplace
from optimizer.check import check
from optimizer.plan import Duty
from tests.flows.letters import WEEK
from tests.flows.people import break_down

pytestmark = pytest.mark.usefixtures("planned")

TUESDAY = dt.date(2026, 12, 1)


def store() -> Store:
    return open_store(Settings().store_url)


def publish_newest() -> StoredPlan:
    place = open_workplace()
    stored = decisions.find_plan(place, WEEK)
    decisions.approve(place, stored, "Kepala Bidang")
    return decisions.publish(place, stored)[0]


def replan(**form: object) -> StoredPlan:
    from flows.replan import replan_week

    replan_week({"week": WEEK, "since": TUESDAY, "seconds": 2, **form})
    with store() as opened:
        return opened.latest_plan("35.14", WEEK)


def visits(stored: StoredPlan) -> set[tuple[str, dt.date, int]]:
    return {(stop.request, duty.date, stop.people) for duty, stop in stored.plan.visits()}


def test_a_breakdown_keeps_the_past_and_moves_little(planned: Path):
    before = publish_newest()
    broken = next(duty for duty in before.plan.duties if duty.date >= TUESDAY)
    break_down(broken.vehicle, TUESDAY)
    after = replan()
    assert (after.version, after.state) == (before.version + 1, "draft")
    assert not check(after.problem, after.plan)
    past = [duty for duty in before.plan.duties if duty.date < TUESDAY]
    assert [duty for duty in after.plan.duties if duty.date < TUESDAY] == past
    late = [d for d in after.plan.duties if d.date >= TUESDAY]
    assert all(duty.vehicle != broken.vehicle for duty in late)
    untouched = {
        (stop.request, duty.date, stop.people)
        for duty, stop in before.plan.visits()
        if duty.vehicle != broken.vehicle
    }
    assert len(visits(after) & untouched) >= len(untouched) - 2
    with store() as opened:
        assert opened.published_plan("35.14", WEEK).id == before.id


def test_a_cancelled_school_is_told_and_carried_over_once_published(planned: Path):
    before = publish_newest()
    school = next(s.request for d, s in before.plan.visits() if not s.request.startswith("KM-"))
    after = replan(since=dt.date(2026, 11, 30), cancelled=[school])
    assert school not in {request for request, _, _ in visits(after)}
    publish_newest()
    with store() as opened:
        told = {m.subject: m.dates for m in opened.messages("35.14", WEEK)}
        assert told[school] == ()
        assert opened.request(school).state is State.CARRIED_OVER


def test_a_visit_reported_on_the_day_itself_stands(planned: Path):
    before = publish_newest()
    made = next(duty for duty in before.plan.duties if duty.date == TUESDAY)
    report_some(made)
    break_down(made.vehicle, TUESDAY)
    after = replan()
    assert made in after.plan.duties
    assert not check(after.problem, after.plan)
    publish_newest()
    with store() as opened:
        told = {m.id: m.subject for m in opened.messages("35.14", WEEK)}
        new = {told[m.id] for m in decisions.publish(open_workplace(), after)[1].messages}
    assert not new & {made.stops[0].request, duty_id(made)}


def report_some(duty: Duty) -> None:
    """Half of the people of each visit came."""
    for stop in duty.stops:
        about = {"date": duty.date, "team": duty.team, "request": stop.request}
        report = FieldReport(**about, served=stop.people // 2)
        assert report_steps.keep(open_workplace(), report).new == (report,)


def test_sessions_that_were_reported_are_held_once(planned: Path):
    before = publish_newest()
    held = [duty for duty in before.plan.duties if duty.date < TUESDAY]
    assert any(stop.request.startswith("KM-") for duty in held for stop in duty.stops)
    for duty in held:
        report_some(duty)
    after = replan()
    assert visits(after) == visits(before)


def test_a_week_that_is_over_cannot_change(planned: Path):
    publish_newest()
    with pytest.raises(StoreError, match=r"2026-W49 sudah lewat pada 07-12-2026"):
        replan(since=dt.date(2026, 12, 7))


def test_what_is_unknown_is_refused(planned: Path):
    with pytest.raises(StoreError, match="belum terbit"):
        replan()
    publish_newest()
    with pytest.raises(StoreError, match="tidak ada kunjungan X"):
        replan(cancelled=["X"])
    with pytest.raises(StoreError, match="tidak ada permohonan terbuka Y"):
        replan(urgent=["Y"])
