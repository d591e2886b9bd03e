"""Team and vehicle together give every service asked for."""

from dataclasses import replace

from tests.optimizer.builders import PLAN, broken, problem, request, vehicle

ASKED = problem(request(services=frozenset({"recording", "printing"})))


def test_nothing_asked():
    assert broken(problem(request(services=frozenset())), PLAN) == []


def test_together():
    car = vehicle(services=frozenset({"printing"}))
    assert broken(replace(ASKED, vehicles=(car,)), PLAN) == []


def test_one_is_missing():
    assert broken(ASKED, PLAN) == ["5-layanan"]
