"""A kit goes out only on its dates."""

from dataclasses import replace

from tests.optimizer.builders import BASE, PLAN, TUESDAY, broken, kit


def test_ready():
    assert broken(BASE, PLAN) == []


def test_in_repair():
    repair = replace(BASE, kits=(kit("K1", dates=frozenset({TUESDAY})), kit("K2")))
    assert broken(repair, PLAN) == ["1-alat-tersedia"]


def test_the_other_kit_is_ready():
    repair = replace(BASE, kits=(kit("K1", dates=frozenset()), kit("K2")))
    assert broken(repair, replace(PLAN, kits=("K2",))) == []
