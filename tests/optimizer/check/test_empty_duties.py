"""A duty makes at least one stop."""

from tests.optimizer.builders import BASE, broken, duty


def test_no_duty_is_no_empty_duty():
    assert broken(BASE) == []


def test_duty_without_stops():
    assert broken(BASE, duty(depart="07:00", back="07:00", km=0.0)) == ["kunjungan"]
