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
    legs_back, km_back
        The same by where it goes to.
    away, away_cost
        The same from any place to each area, shape ``(l, a)``.
    back, back_cost
        The same from each area to any place, shape ``(a, l)``.
    """

    area: Ints
    legs: Ints
    km_cost: Floats
    legs_back: Ints
    km_back: Floats
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
    left, around, number = np.ones(places.size, np.bool_), near.sum(axis=1), 0
    while left.any():
        joined = left & near[int(np.where(left, around, 0).argmax())]
        area[places[joined]] = number
        left &= ~joined
        around -= near[:, joined].sum(axis=1)
        number += 1
    order = places[np.argsort(area[places], kind="stable")]
    starts = np.flatnonzero(np.diff(area[order], prepend=-1))

    def to_areas(apart: NDArray[Any]) -> NDArray[Any]:
        return np.ascontiguousarray(np.minimum.reduceat(apart[:, order], starts, axis=1))

    def from_areas(apart: NDArray[Any]) -> NDArray[Any]:
        return np.ascontiguousarray(np.minimum.reduceat(apart[order], starts, axis=0))

    away, away_cost = to_areas(legs), to_areas(km_cost)
    between, between_cost = from_areas(away), from_areas(away_cost)
    return Areas(
        area=area,
        legs=between,
        km_cost=between_cost,
        legs_back=between.T.copy(),
        km_back=between_cost.T.copy(),
        away=away,
        away_cost=away_cost,
        back=from_areas(legs),
        back_cost=from_areas(km_cost),
    )


def in_units(areas: Areas, unit: int) -> Areas:
    """With times in units of so many minutes, rounded down."""
    return areas._replace(
        legs=areas.legs // unit,
        legs_back=areas.legs_back // unit,
        away=areas.away // unit,
        back=areas.back // unit,
    )
