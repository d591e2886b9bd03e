"""Every drive has at least its working minutes."""

from dataclasses import replace

from tests.optimizer.builders import BASE, MONDAY, PLAN, broken, duty, problem, request, span, stop

OVER_NOON = problem(request(location=4, windows={MONDAY: (span("07:00", "16:00"),)}))
"""80 minutes away."""


def test_exactly_the_minutes():
    assert broken(BASE, PLAN) == []


def test_more_than_the_minutes():
    assert broken(BASE, replace(PLAN, back=PLAN.back + 45)) == []


def test_one_minute_short_going_out():
    assert broken(BASE, replace(PLAN, depart=PLAN.depart + 1)) == ["3-perjalanan"]


def test_one_minute_short_coming_back():
    assert broken(BASE, replace(PLAN, back=PLAN.back - 1)) == ["3-perjalanan"]


def test_a_break_is_no_driving_time():
    visit = stop("R1", "08:20", "10:50", 20)
    assert broken(OVER_NOON, duty(visit, depart="07:00", back="13:10", km=80.0)) == []
    assert broken(OVER_NOON, duty(visit, depart="07:00", back="13:09", km=80.0)) == ["3-perjalanan"]


def test_a_fraction_of_a_minute_counts_whole():
    minutes = BASE.travel.minutes.copy()
    minutes[0, 1] = 20.01
    asked = replace(BASE, travel=replace(BASE.travel, minutes=minutes))
    assert broken(asked, PLAN) == ["3-perjalanan"]


def test_backwards_in_time():
    asked = problem(request(location=0))
    visit = stop("R1", "07:20", "09:50", 20)
    assert broken(asked, duty(visit, depart="07:20", back="09:50", km=0.0)) == []
    assert broken(asked, duty(visit, depart="07:30", back="09:50", km=0.0)) == ["3-perjalanan"]
