"""A session of fixed length serves everybody."""

import pytest

from tests.optimizer.builders import broken, duty, problem, request, stop

ASKED = problem(request(fixed_minutes=60))


@pytest.mark.parametrize(("people", "rules"), [(20, []), (19, ["6-semua"])])
def test_session_for_twenty(people: int, rules: list[str]):
    visit = duty(stop("R1", "07:20", "08:20", people), depart="07:00", back="08:40")
    assert broken(ASKED, visit) == rules


def test_nobody():
    assert broken(ASKED) == []
