"""The vehicle is of a kind the request admits."""

import pytest

from tests.optimizer.builders import PLAN, broken, problem, request


@pytest.mark.parametrize(
    ("kinds", "rules"),
    [
        ({"operational"}, []),
        ({"kenduren_mas", "operational"}, []),
        ({"kenduren_mas"}, ["5-jenis-kendaraan"]),
        (set(), ["5-jenis-kendaraan"]),
    ],
)
def test_operational_car(kinds: set[str], rules: list[str]):
    assert broken(problem(request(vehicle_kinds=frozenset(kinds))), PLAN) == rules
