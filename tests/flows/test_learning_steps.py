import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from data.field_reports import FieldReport
from data.learning import Caution
from data.requests import Kind
from flows.learning_steps import take_lesson, with_rules
from flows.report_steps import keep
from flows.week_steps import gather_requests
from flows.workplace import open_workplace
from tests.flows.weeks import MONDAY, WEEK, first_letter, published_week


@pytest.fixture
def fast(office: Path) -> None:
    """A visit that took four minutes a person."""
    stored = published_week(people=60)
    report = FieldReport(
        date=MONDAY,
        team=stored.plan.duties[0].team,
        request=first_letter(stored.problem),
        served=45,
        started=dt.time(8, 0),
        ended=dt.time(11, 30),
    )
    keep(open_workplace(), report)


def test_without_reports_nothing_is_learned(office: Path):
    place = open_workplace()
    assert with_rules(place, take_lesson(place, ())) == place


def test_one_visit_teaches_a_cautious_office_nothing(fast: None):
    place = open_workplace()
    assert with_rules(place, take_lesson(place, gather_requests(place, WEEK))) == place


def test_reports_move_the_rules_and_every_change_is_told(fast: None):
    place = open_workplace()
    lesson = take_lesson(place, (), caution=Caution(visits=1, kind_half=1))
    taught = with_rules(place, lesson)
    before = place.planning.rules.kinds[Kind.SCHOOL].minutes_per_person
    after = taught.planning.rules.kinds[Kind.SCHOOL].minutes_per_person
    assert Decimal(4) < after < before
    assert any("Menit per orang 6 menjadi 5" in str(change) for change in lesson.changes)


def test_the_reported_site_of_the_week_has_its_own_pace_unless_refused(fast: None):
    place, caution = open_workplace(), Caution(visits=1, kind_half=1, site_half=1)
    requests = gather_requests(place, WEEK)
    lesson = take_lesson(place, requests, caution=caution)
    (name,) = {change.name for change in lesson.changes if change.site}
    assert {request.institution for request in requests} >= {
        change.place for change in lesson.changes if change.site
    }
    refused = take_lesson(place, requests, {name}, caution)
    assert [change.site for change in refused.changes] == [None] * len(refused.changes)
    assert (len(lesson.rules.sites), len(refused.rules.sites)) == (1, 0)
