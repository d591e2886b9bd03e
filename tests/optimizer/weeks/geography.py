"""Points of Kabupaten Pasuruan and travel between them, from the project's own tables."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from optimizer.problem import Travel

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
EARTH_KM = 6371.0
LOWLAND, UPLAND = (1.35, 34.0), (1.5, 24.0)
"""Road factor and km/h; one local check: Kota Pasuruan-Tosari 40 km by road, 27.7 straight."""


@dataclass(frozen=True)
class Point:
    """A named place; ``upland`` places have slow, winding roads."""

    name: str
    latitude: float
    longitude: float
    upland: bool


def _rows(table: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _upland() -> set[str]:
    return {row["code"] for row in _rows("kecamatan") if row["terrain"] == "upland"}


def places(table: str) -> list[Point]:
    """All rows of ``schools`` or ``desa``."""
    upland = _upland()
    return [
        Point(row["name"], float(row["lat"]), float(row["lon"]), row["parent"] in upland)
        for row in _rows(table)
    ]


def venues() -> list[tuple[str, Point]]:
    """Code and kecamatan office of every kecamatan, where Kenduren Mas is held."""
    return [
        (
            row["code"],
            Point(
                row["name"],
                float(row["venue_lat"]),
                float(row["venue_lon"]),
                row["terrain"] == "upland",
            ),
        )
        for row in _rows("kecamatan")
    ]


DEPOTS = (
    Point("Dispendukcapil Raci", -7.594505, 112.83438, False),
    Point("UPT Purwosari", -7.767303, 112.732471, False),
)


def travel(points: Sequence[Point]) -> Travel:
    """Estimated roads: straight line times the road factor of the slower end."""
    straight = _great_circle(points)
    slow = np.array([point.upland for point in points])
    upland = slow[:, None] | slow[None, :]
    km = straight * np.where(upland, UPLAND[0], LOWLAND[0])
    minutes = km / np.where(upland, UPLAND[1], LOWLAND[1]) * 60
    locations = tuple((point.latitude, point.longitude) for point in points)
    return Travel(locations, minutes.round(1), km.round(2))


def _great_circle(points: Sequence[Point]) -> NDArray[np.float64]:
    latitude = np.radians([point.latitude for point in points])
    longitude = np.radians([point.longitude for point in points])
    north = np.sin((latitude[:, None] - latitude[None, :]) / 2) ** 2
    east = np.sin((longitude[:, None] - longitude[None, :]) / 2) ** 2
    part = north + np.cos(latitude)[:, None] * np.cos(latitude)[None, :] * east
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(part, 0, 1))))
