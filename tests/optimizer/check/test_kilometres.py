"""A duty's km are those of its legs, as far as they are printed."""

from dataclasses import replace

import numpy as np

from optimizer.problem import Travel
from tests.optimizer.builders import BASE, PLAN, broken


def test_true_kilometres():
    assert broken(BASE, replace(PLAN, km=20.0)) == []


def test_printed_with_one_decimal():
    assert broken(BASE, replace(PLAN, km=20.05)) == []


def test_a_tenth_off():
    assert broken(BASE, replace(PLAN, km=20.1)) == ["km"]


def test_each_direction_has_its_own_length():
    one_way = np.array([[0.0, 10.0], [13.0, 0.0]])
    travel = Travel(BASE.travel.locations[:2], BASE.travel.minutes[:2, :2].copy(), one_way)
    asked = replace(BASE, travel=travel)
    assert broken(asked, replace(PLAN, km=23.0)) == []
    assert broken(asked, replace(PLAN, km=20.0)) == ["km"]
