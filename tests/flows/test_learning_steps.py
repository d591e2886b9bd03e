import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from data.field_reports import FieldReport
from data.learning import Caution
from data.requests import Kind
from flows.learning_steps import with_lessons
from flows.report_steps import keep
from flows.workplace import open_workplace
from tests.flows.weeks import MONDAY, first_letter, published_week


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
    assert with_lessons(place) == (place, ())


def test_one_visit_teaches_a_cautious_office_nothing(fast: None):
    place = open_workplace()
    assert with_lessons(place) == (place, ())


def test_reports_move_the_rules_and_every_change_is_told(fast: None):
    place = open_workplace()
    taught, changes = with_lessons(place, Caution(visits=1, half=1))
    before = place.planning.rules.kinds[Kind.SCHOOL].minutes_per_person
    after = taught.planning.rules.kinds[Kind.SCHOOL].minutes_per_person
    assert Decimal(4) < after < before
    assert any("Menit per orang 6 menjadi 5" in change for change in changes)
