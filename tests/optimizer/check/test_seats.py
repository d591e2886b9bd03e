"""The crew has seats."""

from dataclasses import replace

import pytest

from tests.optimizer.builders import BASE, PLAN, broken, vehicle


@pytest.mark.parametrize(("seats", "rules"), [(6, []), (4, []), (3, ["1-kursi"]), (0, ["1-kursi"])])
def test_four_officers(seats: int, rules: list[str]):
    assert broken(replace(BASE, vehicles=(vehicle(seats=seats),)), PLAN) == rules
