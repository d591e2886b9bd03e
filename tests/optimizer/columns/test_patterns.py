"""The dearest pattern is the dearest of all, listed one by one."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.columns.patterns import Service, dearest_pattern, smoothed

services = st.builds(
    lambda people, fewest, largest, stops: Service(
        people, min(fewest, people), np.array(largest, dtype=np.int64), stops
    ),
    st.integers(1, 7),
    st.integers(1, 3),
    st.lists(st.integers(0, 7), min_size=1, max_size=3),
    st.integers(1, 2),
)


def every_pattern(service: Service) -> Iterator[list[tuple[int, int]]]:
    """(day, people) of the stops of every pattern, some more than once."""
    sizes = [
        [0, *range(service.fewest, min(service.people, int(most)) + 1)] for most in service.largest
    ]
    for chosen in product(*(own for own in sizes for _ in range(service.stops))):
        if sum(chosen) <= service.people:
            yield [(n // service.stops, size) for n, size in enumerate(chosen) if size]


@given(services, st.integers(0, 2**32), st.booleans())
def test_no_pattern_pays_more(service: Service, seed: int, everyone: bool) -> None:
    shape = service.largest.size, service.people + 1
    price = np.random.default_rng(seed).integers(-5, 6, shape).astype(float)
    paid, stops = dearest_pattern(service, price, everyone)
    all_paid = [
        sum(price[at] for at in pattern)
        for pattern in every_pattern(service)
        if not everyone or sum(size for _, size in pattern) == service.people
    ]
    if not all_paid:
        assert paid < -1e6
        return
    assert paid == pytest.approx(max(all_paid))
    kept = [(day, size) for day, own in enumerate(stops) for size in own if size]
    assert sum(price[at] for at in kept) == pytest.approx(paid)
    assert all(service.fewest <= size <= service.largest[day] for day, size in kept)
    assert sum(size for _, size in kept) <= service.people


def test_between_two_marks_a_head_count_counts_as_both() -> None:
    share = smoothed(np.array([2, 4, 8]), 8)
    assert share.sum(axis=1) == pytest.approx(np.ones(9))
    assert list(share[5]) == [0.0, 0.75, 0.25]
    assert list(share[1]) == [1.0, 0.0, 0.0]
