"""The one door to travel times."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from optimizer.problem import Travel

Matrix = NDArray[np.float64]


class TravelUnavailable(Exception):
    """A provider cannot answer now; the message says why, in Bahasa Indonesia."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point (degrees, WGS 84) and its terrain class."""

    latitude: float
    longitude: float
    upland: bool = False

    @property
    def point(self) -> tuple[float, float]:
        """(latitude, longitude)."""
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class TravelTable:
    """Legs between places and, in Bahasa Indonesia, where they come from."""

    travel: Travel
    note: str


class TravelProvider(Protocol):
    """Anything that knows the legs between places.

    Attributes
    ----------
    name
        Identifies the provider and its settings in the cache.
    """

    @property
    def name(self) -> str:
        """Identity with settings."""
        ...

    def matrix(self, places: Sequence[Place]) -> TravelTable:
        """Legs between all places, in their order.

        Raises
        ------
        TravelUnavailable
            If the provider cannot answer.
        """
        ...


def travel_table(places: Sequence[Place], minutes: Matrix, km: Matrix, note: str) -> TravelTable:
    """Legs rounded to 0.01 as the plan files keep them, with a zero diagonal."""
    minutes, km = minutes.round(2), km.round(2)
    np.fill_diagonal(minutes, 0.0)
    np.fill_diagonal(km, 0.0)
    return TravelTable(Travel(tuple(place.point for place in places), minutes, km), note)
