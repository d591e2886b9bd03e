"""Distances are cut, never rounded, and exact."""

from math import dist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.toptw.instance import Instance, Node

MILLIONTHS = st.integers(-100_000, 100_000).map(lambda thousandths: thousandths * 1000)


def legs(digits: int, *places: tuple[int, int]) -> np.ndarray:
    return Instance("x", digits, tuple(Node(x, y, 0, 0.0, 0, 0) for x, y in places)).legs


@pytest.mark.parametrize(("digits", "leg"), [(0, 1), (1, 14), (2, 141)])
def test_the_diagonal_of_a_square(digits: int, leg: int):
    assert legs(digits, (0, 0), (1_000_000, 1_000_000))[0, 1] == leg


@given(MILLIONTHS, MILLIONTHS, MILLIONTHS, MILLIONTHS)
def test_a_leg_is_the_distance_less_under_one_unit(a: int, b: int, c: int, d: int):
    found = legs(2, (a, b), (c, d))
    true = dist((a, b), (c, d)) / 10_000
    assert found[0, 1] - 1e-6 <= true < found[0, 1] + 1 + 1e-6
    assert found[0, 1] == found[1, 0]
    assert found[0, 0] == 0
