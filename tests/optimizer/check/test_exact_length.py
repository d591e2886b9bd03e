"""A stop lasts exactly as the problem says, in working minutes."""

from decimal import Decimal
from typing import Any

import pytest

from optimizer.plan import Duty
from tests.optimizer.builders import BASE, MONDAY, broken, duty, problem, request, span, stop


def visit(end: str, people: int = 20, **changes: Any) -> Duty:
    return duty(stop("R1", "07:20", end, people), depart="07:00", back="11:00", **changes)


def test_set_up_and_people():
    assert broken(BASE, visit("09:50")) == []


@pytest.mark.parametrize("end", ["09:49", "09:51"])
def test_a_minute_off(end: str):
    assert broken(BASE, visit(end)) == ["4-lama"]


def test_two_kits_halve_it():
    assert broken(BASE, visit("08:50", kits=("K1", "K2"))) == []


def test_a_started_minute_counts_whole():
    asked = problem(request(people=7, minutes_per_person=Decimal("2.5")))
    assert broken(asked, visit("08:08", people=7)) == []
    assert broken(asked, visit("07:59", people=7, kits=("K1", "K2"))) == []


def test_decimals_are_exact():
    """In binary 3 * 0.1 is more than 0.3, and 10 of them would take a fourth minute."""
    asked = problem(request(people=30, minutes_per_person=Decimal("0.1")))
    assert broken(asked, visit("07:53", people=30)) == []


def test_a_break_does_not_count():
    lunch = duty(stop("R1", "11:00", "14:30", 20), depart="10:40", back="14:50")
    asked = problem(request(windows={MONDAY: (span("07:00", "16:00"),)}))
    assert broken(asked, lunch) == []


@pytest.mark.parametrize(("end", "rules"), [("08:05", []), ("08:06", ["4-lama"])])
def test_fixed_minutes(end: str, rules: list[str]):
    assert broken(problem(request(fixed_minutes=45)), visit(end)) == rules


def test_end_before_start():
    asked = problem(request(fixed_minutes=0))
    assert "4-lama" in broken(asked, visit("07:10"))
