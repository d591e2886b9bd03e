"""A session of fixed length takes place at most once in the week."""

from dataclasses import replace

from optimizer.problem import Day
from tests.optimizer.builders import MONDAY, TUESDAY, broken, duty, problem, request, stop

FIRST = duty(stop("R1", "07:20", "08:20", 20), depart="07:00", back="08:40")
AGAIN = replace(FIRST, date=TUESDAY)
ASKED = problem(request(fixed_minutes=60), days=(Day(MONDAY), Day(TUESDAY)))


def test_once():
    assert broken(ASKED, FIRST) == []


def test_twice():
    assert broken(ASKED, FIRST, AGAIN) == ["6-terbanyak", "6-sesi-tetap"]
