"""Sums and extremes are those of NumPy, the first of equals."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from optimizer.reductions import first_least, first_most, least_of, sum_of

COUNTS = st.lists(st.integers(-5, 5), min_size=1, max_size=12)


@given(COUNTS)
def test_they_are_those_of_numpy(numbers: list[int]) -> None:
    for values in (np.array(numbers), np.array(numbers, np.float64)):
        assert sum_of(values) == values.sum()
        assert first_most(values) == np.argmax(values)
        assert first_least(values) == np.argmin(values)
        assert least_of(values) == values.min()


def test_the_sum_of_nothing_is_nothing() -> None:
    assert sum_of(np.zeros(0)) == 0.0
    assert sum_of(np.zeros(0, np.int64)) == 0


def test_what_is_lost_without_end_is_most() -> None:
    values = np.array([np.inf, 2.0, -np.inf])
    assert (first_most(values), first_least(values), least_of(values)) == (0, 2, -np.inf)
