"""Every time is one of a single calendar day."""

from dataclasses import replace

from tests.optimizer.builders import BASE, PLAN, broken


def test_last_minute_of_the_day_is_a_time():
    late = replace(PLAN, back=1439)
    assert "jam" not in broken(BASE, late)


def test_midnight_after_is_none():
    assert "jam" in broken(BASE, replace(PLAN, back=1440))


def test_a_day_may_have_more_minutes():
    longer = replace(BASE, days=tuple(replace(day, minutes=1441) for day in BASE.days))
    assert "jam" not in broken(longer, replace(PLAN, back=1440))


def test_stop_after_midnight():
    late = replace(PLAN, stops=(replace(PLAN.stops[0], end=2000),))
    assert "jam" in broken(BASE, late)
