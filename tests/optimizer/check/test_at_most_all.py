"""Over the week no more people are served than asked."""

from dataclasses import replace

import pytest

from optimizer.problem import Day
from tests.optimizer.builders import MONDAY, TUESDAY, broken, duty, problem, request, stop

FIRST = duty(stop("R1", "07:20", "08:50", 10), depart="07:00", back="09:10")
AGAIN = replace(FIRST, date=TUESDAY)
DAYS = (Day(MONDAY), Day(TUESDAY))


@pytest.mark.parametrize(("people", "rules"), [(21, []), (20, []), (19, ["6-terbanyak"])])
def test_ten_and_ten(people: int, rules: list[str]):
    asked = problem(request(people=people), days=DAYS)
    assert broken(asked, FIRST, AGAIN) == rules
