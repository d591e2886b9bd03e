"""A stop lies within one window of its request on that date."""

import pytest

from optimizer.clock import Span
from optimizer.problem import Problem
from tests.optimizer.builders import MONDAY, PLAN, broken, duty, problem, request, span, stop


def asked(*windows: Span) -> Problem:
    return problem(request(windows={MONDAY: windows} if windows else {}))


@pytest.mark.parametrize(
    ("windows", "rules"),
    [
        ([("07:00", "13:00")], []),
        ([("07:20", "09:50")], []),
        ([("07:21", "13:00")], ["4-jam-buka"]),
        ([("07:00", "09:49")], ["4-jam-buka"]),
        ([("07:00", "08:30"), ("08:30", "13:00")], ["4-jam-buka"]),
        ([("06:00", "06:30"), ("07:00", "13:00")], []),
        ([], ["4-jam-buka"]),
    ],
)
def test_stop_from_twenty_past_seven_to_ten_to_ten(windows: list, rules: list[str]):
    assert broken(asked(*(span(*ends) for ends in windows)), PLAN) == rules


def test_a_break_may_interrupt_but_the_clock_decides():
    visit = duty(stop("R1", "10:30", "14:00", 20), depart="10:10", back="14:20")
    assert broken(asked(span("10:00", "14:00")), visit) == []
    assert broken(asked(span("10:00", "13:59")), visit) == ["4-jam-buka"]
