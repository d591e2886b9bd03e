"""No more duties visit a request on one date than it admits."""

from dataclasses import replace

import pytest

from optimizer.problem import Day, Problem
from tests.optimizer.builders import (
    MONDAY,
    TUESDAY,
    broken,
    duty,
    problem,
    request,
    stop,
    team,
    vehicle,
)

FIRST = duty(stop("R1", "07:20", "08:50", 10), depart="07:00", back="09:10")
SECOND = replace(FIRST, team="T2", vehicle="V2", kits=("K2",))


def asked(most: int) -> Problem:
    return problem(
        request(max_duties_per_day=most),
        days=(Day(MONDAY), Day(TUESDAY)),
        teams=(team("T1"), team("T2")),
        vehicles=(vehicle("V1"), vehicle("V2")),
    )


@pytest.mark.parametrize(("most", "rules"), [(3, []), (2, []), (1, ["6-tugas-sehari"])])
def test_two_duties_at_once(most: int, rules: list[str]):
    assert broken(asked(most), FIRST, SECOND) == rules


def test_two_dates_are_counted_apart():
    assert broken(asked(1), FIRST, replace(SECOND, date=TUESDAY)) == []
