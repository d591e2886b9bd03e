"""Every request with people left is listed once, with exactly those people."""

from optimizer.plan import Unserved
from tests.optimizer.builders import BASE, PLAN, broken, duty, stop

HALF = duty(stop("R1", "07:20", "08:50", 10), depart="07:00", back="09:10")


def test_all_served_and_nobody_listed():
    assert broken(BASE, PLAN, unserved=()) == []


def test_the_rest_is_listed():
    assert broken(BASE, HALF, unserved=(Unserved("R1", "…", 10),)) == []


def test_forgotten():
    assert broken(BASE, HALF, unserved=()) == ["sisa"]


def test_one_person_too_few_listed():
    assert broken(BASE, HALF, unserved=(Unserved("R1", "…", 9),)) == ["sisa"]


def test_listed_twice():
    assert broken(BASE, HALF, unserved=(Unserved("R1", "…", 10),) * 2) == ["sisa"]


def test_listed_although_served():
    assert broken(BASE, PLAN, unserved=(Unserved("R1", "…", 1),)) == ["sisa"]
