"""The plan is of the problem's week."""

from tests.optimizer.builders import BASE, PLAN, broken


def test_same_week():
    assert broken(BASE, PLAN) == []


def test_other_week():
    assert broken(BASE, PLAN, week="2026-W50") == ["pekan"]
