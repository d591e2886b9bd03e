"""Travel estimated from straight lines: no road engine, no internet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from geopy.distance import geodesic

from data.travel.provider import Matrix, Place, TravelTable, travel_table


@dataclass(frozen=True, slots=True)
class Roads:
    """How roads run in a terrain class: length over straight line, and speed in km/h."""

    road_factor: float
    speed: float


# One local check: Kota Pasuruan-Tosari is 40 km by road and 27.7 km straight.
LOWLAND = Roads(road_factor=1.35, speed=34.0)
UPLAND = Roads(road_factor=1.5, speed=24.0)


@dataclass(frozen=True, slots=True)
class GeodesicEstimate:
    """Geodesic length times the road factor of the terrain at both ends.

    A leg between lowland and upland takes half its road at each, so road factor and minutes per
    kilometre are the means of both ends.
    """

    lowland: Roads = LOWLAND
    upland: Roads = UPLAND

    @property
    def name(self) -> str:
        """Name with the settings, for the cache."""
        classes = (self.lowland, self.upland)
        return "estimate " + " ".join(f"{c.road_factor:g}/{c.speed:g}" for c in classes)

    def matrix(self, places: Sequence[Place]) -> TravelTable:
        """Legs between all places; symmetric."""
        straight = _geodesics(places)
        terrains = [self.upland if place.upland else self.lowland for place in places]
        km = straight * _mean_of_ends([terrain.road_factor for terrain in terrains])
        minutes = km * _mean_of_ends([60 / terrain.speed for terrain in terrains])
        return travel_table(places, minutes, km, self.note)

    @property
    def note(self) -> str:
        """What the plan says about its travel times."""
        low, high = self.lowland, self.upland
        return (
            "Waktu tempuh adalah perkiraan: garis lurus x faktor jalan "
            f"({_comma(low.road_factor)} dataran rendah, {_comma(high.road_factor)} dataran tinggi)"
            f" pada {_comma(low.speed)} dan {_comma(high.speed)} km/jam."
        )


def _mean_of_ends(values: Sequence[float]) -> Matrix:
    ends = np.array(values)
    mean: Matrix = (ends[:, None] + ends[None, :]) / 2
    return mean


def _comma(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _geodesics(places: Sequence[Place]) -> Matrix:
    """Straight lines on the WGS 84 ellipsoid, km, shape ``(n, n)``."""
    km = np.zeros((len(places), len(places)))
    for (i, here), (j, there) in combinations(enumerate(places), 2):
        km[i, j] = km[j, i] = geodesic(here.point, there.point).km
    return km
