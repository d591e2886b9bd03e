"""The gazetteer's tables on disk."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from data.places.records import DepotPlace, Desa, Kecamatan, School, Terrain
from data.requests import Precision

Row = Mapping[str, str]


def read_kecamatan(path: Path) -> tuple[Kecamatan, ...]:
    """Kecamatan in the order of the table."""
    return tuple(
        Kecamatan(row["code"], row["name"], *_point(row), *_venue(row), Terrain(row["terrain"]))
        for row in _rows(path)
    )


def read_desa(path: Path) -> tuple[Desa, ...]:
    """Desa and kelurahan in the order of the table."""
    return tuple(
        Desa(row["code"], row["name"], row["type"], row["parent"], *_point(row))
        for row in _rows(path)
    )


def read_schools(path: Path) -> tuple[School, ...]:
    """Schools in the order of the table."""
    return tuple(
        School(
            row["npsn"],
            row["name"],
            row["level"],
            row["parent"],
            *_point(row),
            Precision(row["precision"]),
        )
        for row in _rows(path)
    )


def read_depots(path: Path) -> tuple[DepotPlace, ...]:
    """Depots in the order of the table."""
    return tuple(
        DepotPlace(row["id"], row["name"], row["address"], row["parent"], *_point(row))
        for row in _rows(path)
    )


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _point(row: Row) -> tuple[float, float]:
    return float(row["lat"]), float(row["lon"])


def _venue(row: Row) -> tuple[float, float]:
    return float(row["venue_lat"]), float(row["venue_lon"])
