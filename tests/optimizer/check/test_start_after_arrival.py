"""Service begins when the duty is there, not earlier."""

from tests.optimizer.builders import BASE, PLAN, broken, duty, stop


def test_at_once():
    assert broken(BASE, PLAN) == []


def test_after_waiting():
    waits = stop("R1", "08:00", "10:30", 20, arrive="07:20")
    assert broken(BASE, duty(waits, depart="07:00", back="10:50")) == []


def test_before_arrival():
    early = stop("R1", "07:20", "09:50", 20, arrive="07:21")
    assert broken(BASE, duty(early, depart="07:00", back="10:10")) == ["3-tiba"]
