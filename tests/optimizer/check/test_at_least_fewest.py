"""Every stop serves at least min(min_people, people)."""

import pytest

from tests.optimizer.builders import broken, duty, problem, request, stop

TEN = duty(stop("R1", "07:20", "08:50", 10), depart="07:00", back="09:10")


@pytest.mark.parametrize(
    ("fewest", "people", "rules"),
    [(0, 20, []), (10, 20, []), (11, 20, ["6-tersedikit"]), (11, 10, []), (30, 10, [])],
)
def test_stop_for_ten(fewest: int, people: int, rules: list[str]):
    assert broken(problem(request(people=people, min_people=fewest)), TEN) == rules
