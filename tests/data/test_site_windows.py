import datetime as dt

import pytest

from data.planning_rules import KindRules
from data.requests import DailyHours
from data.site_windows import site_windows
from data.working_days import WorkingDays
from data.working_days_records import ExamPeriod, OfficeCalendar
from optimizer.clock import Span
from tests.data.builders import DATES, FULL_DAY, request

RULES = KindRules(hours=(FULL_DAY,))
OPEN = (Span(420, 780),)


def windows(calendar: OfficeCalendar | None = None, **columns):
    days = WorkingDays(calendar or OfficeCalendar())
    return site_windows(request(**columns), DATES, RULES, days)


def test_without_own_hours_the_kinds_hours_hold():
    assert windows() == dict.fromkeys(DATES, OPEN)


def test_own_hours_replace_the_kinds_on_every_day():
    friday = DailyHours(weekdays=frozenset({5}), opens=dt.time(13), closes=dt.time(16, 30))
    assert windows(hours=(friday,)) == {DATES[4]: (Span(780, 990),)}


def test_several_spans_of_a_day_are_in_order():
    spans = tuple(
        DailyHours(weekdays=frozenset({1}), opens=dt.time(h), closes=dt.time(h + 2))
        for h in (13, 8)
    )
    assert windows(hours=spans) == {DATES[0]: (Span(480, 600), Span(780, 900))}


def test_impossible_dates_are_left_out():
    assert set(windows(impossible_dates=DATES[:2])) == set(DATES[2:])


def test_exam_days_are_left_out():
    exam = ExamPeriod(name="Ujian", first=DATES[0], last=DATES[1])
    assert set(windows(OfficeCalendar(exams=(exam,)))) == set(DATES[2:])


@pytest.mark.parametrize(
    ("wished", "offered"),
    [((), DATES), ((DATES[1],), (DATES[1],)), ((dt.date(2026, 12, 15),), DATES)],
    ids=["none", "this week", "another week"],
)
def test_wishes_for_this_week_bind(wished, offered):
    assert set(windows(wished_dates=wished)) == set(offered)


def test_a_wish_for_an_impossible_date_does_not_bind():
    assert set(windows(wished_dates=DATES[:1], impossible_dates=DATES[:1])) == set(DATES[1:])


def test_a_promise_comes_before_a_wish():
    assert set(windows(wished_dates=DATES[:2], promised_dates=DATES[3:4])) == {DATES[3]}


def test_a_week_of_impossible_dates_has_no_windows():
    assert windows(impossible_dates=DATES) == {}
