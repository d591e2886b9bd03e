"""At least one kit, and no more than operators and kit slots."""

from dataclasses import replace

from tests.optimizer.builders import BASE, PLAN, broken, stop, team, vehicle

TWO_KITS = replace(PLAN, kits=("K1", "K2"), stops=(stop("R1", "07:20", "08:50", 20),))


def test_one_kit():
    assert broken(BASE, PLAN) == []


def test_as_many_as_operators_and_slots():
    assert broken(BASE, TWO_KITS) == []


def test_no_kit():
    assert broken(BASE, replace(PLAN, kits=())) == ["1-jumlah-alat"]


def test_more_than_operators():
    assert broken(replace(BASE, teams=(team(operators=1),)), TWO_KITS) == ["1-jumlah-alat"]


def test_more_than_slots():
    assert broken(replace(BASE, vehicles=(vehicle(kit_slots=1),)), TWO_KITS) == ["1-jumlah-alat"]
