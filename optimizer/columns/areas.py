"""Places near each other taken as one: legs between areas are the least of any two places."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints

NEAR = 4
"""Minutes from the place in the middle, there and back alike, within which others join it."""


class Areas(NamedTuple):
    """Which places belong together, and the least of what lies between.

    Attributes
    ----------
    area
        Of each place, -1 for places without stops, shape ``(l,)``.
    legs, km_cost
        Least whole minutes and least cost from area to area, shape ``(a, a)``.
    away, away_cost
        The same from any place to each area, shape ``(l, a)``.
    back, back_cost
        The same from each area to any place, shape ``(a, l)``.
    """

    area: Ints
    legs: Ints
    km_cost: Floats
    away: Ints
    away_cost: Floats
    back: Ints
    back_cost: Floats


def areas_of(legs: Ints, km_cost: Floats, places: Ints) -> Areas:
    """Join places, those with the most others around them first.

    Parameters
    ----------
    legs, km_cost
        Whole minutes and cost between all places, shape ``(l, l)``.
    places
        Those with stops, none of them twice.
    """
    near = np.maximum(legs, legs.T)[np.ix_(places, places)] <= NEAR
    np.fill_diagonal(near, True)
    area = np.full(len(legs), -1, dtype=np.int64)
    left, number = np.ones(places.size, np.bool_), 0
    while left.any():
        around = np.where(left, near[:, left].sum(axis=1), 0)
        joined = left & near[int(around.argmax())]
        area[places[joined]] = number
        left &= ~joined
        number += 1
    order = places[np.argsort(area[places], kind="stable")]
    starts = np.flatnonzero(np.diff(area[order], prepend=-1))

    def to_areas(between: NDArray[Any]) -> NDArray[Any]:
        return np.ascontiguousarray(np.minimum.reduceat(between[:, order], starts, axis=1))

    def from_areas(between: NDArray[Any]) -> NDArray[Any]:
        return np.ascontiguousarray(np.minimum.reduceat(between[order], starts, axis=0))

    away, away_cost = to_areas(legs), to_areas(km_cost)
    back, back_cost = from_areas(legs), from_areas(km_cost)
    return Areas(area, from_areas(away), from_areas(away_cost), away, away_cost, back, back_cost)
