"""A vehicle goes out only on its dates."""

from dataclasses import replace

from tests.optimizer.builders import BASE, PLAN, TUESDAY, broken, vehicle


def test_ready():
    assert broken(BASE, PLAN) == []


def test_in_repair():
    repair = replace(BASE, vehicles=(vehicle(dates=frozenset({TUESDAY})),))
    assert broken(repair, PLAN) == ["1-kendaraan-tersedia"]
