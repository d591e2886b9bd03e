"""Level 1 counts the must-serve requests that are not wholly served."""

import pytest

from tests.optimizer.builders import PLAN, broken, duty, problem, request, stop

ASKED = problem(request("R1", must_serve=True), request("R2"), request("R3", must_serve=True))


@pytest.mark.parametrize(("claimed", "rules"), [(1, []), (0, ["janji"]), (2, ["janji"])])
def test_one_of_two_promises_is_kept(claimed: int, rules: list[str]):
    assert broken(ASKED, PLAN, must_serve_missed=claimed) == rules


def test_partly_served_is_missed():
    half = duty(stop("R1", "07:20", "08:50", 10), depart="07:00", back="09:10")
    assert broken(ASKED, half, must_serve_missed=2) == []


def test_a_plain_request_does_not_count():
    assert broken(problem(request("R2")), must_serve_missed=0) == []
