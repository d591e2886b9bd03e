"""A team goes out only on dates of its shifts."""

from dataclasses import replace

from tests.optimizer.builders import BASE, PLAN, TUESDAY, broken, span, team


def test_on_shift():
    assert broken(BASE, PLAN) == []


def test_not_on_shift():
    away = replace(BASE, teams=(team(shifts={TUESDAY: span("07:00", "16:00")}),))
    assert broken(away, PLAN) == ["1-tim-tersedia"]
