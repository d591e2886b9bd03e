"""A duty visits a request at most once."""

from tests.optimizer.builders import BASE, PLAN, broken, duty, stop


def test_once():
    assert broken(BASE, PLAN) == []


def test_twice():
    first, again = stop("R1", "07:20", "08:50", 10), stop("R1", "08:50", "10:20", 10)
    assert broken(BASE, duty(first, again, depart="07:00", back="10:40")) == ["6-sekali"]
