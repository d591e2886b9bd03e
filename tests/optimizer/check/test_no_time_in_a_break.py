"""No printed time lies strictly inside a break (12-13)."""

from decimal import Decimal

import pytest

from optimizer.check import check
from tests.optimizer.builders import BASE, broken, duty, plan, problem, request, stop


@pytest.mark.parametrize(
    ("back", "rules"),
    [("12:00", []), ("13:00", []), ("12:01", ["3-istirahat"]), ("12:59", ["3-istirahat"])],
)
def test_back_at(back: str, rules: list[str]):
    late = stop("R1", "07:20", "09:50", 20)
    assert broken(BASE, duty(late, depart="07:00", back=back)) == rules


def test_every_kind_of_time():
    inside = stop("R1", "12:30", "12:30", 20)
    asked = problem(request(setup_minutes=0, minutes_per_person=Decimal(0)))
    found = check(asked, plan(asked, duty(inside, depart="12:30", back="12:40")))
    places = {v.place for v in found if v.rule == "3-istirahat"}
    site = "duties[0].stops[0]"
    assert places == {
        "duties[0].depart",
        f"{site}.arrive",
        f"{site}.start",
        f"{site}.end",
        "duties[0].return",
    }
