"""Coordinates people type: read, compared with the named place, and questioned."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from geopy.distance import geodesic
from geopy.point import Point

# A desa is seldom wider than 5 km, a kecamatan than 15; a school may stand just across a border.
NEAR_DESA_KM = 5.0
NEAR_KECAMATAN_KM = 15.0
_DECIMAL = re.compile(r"[-−]?\d{1,3}[.,]\d+")
_DEGREES = re.compile(r"\d\s*°")


class Coordinates(NamedTuple):
    """A point in degrees WGS 84."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude:.5f}, {self.longitude:.5f}"


class DoubtfulCoordinates(ValueError):
    """Coordinates that cannot be right; says why in Bahasa Indonesia."""


def read_pair(text: str) -> Coordinates:
    """A point from one text: two numbers, degrees-minutes-seconds, or a map link (not opened).

    Raises
    ------
    DoubtfulCoordinates
        If the text holds no point.
    """
    try:
        if _DEGREES.search(text):
            point = Point(text)
            return Coordinates(point.latitude, point.longitude)
        latitude, longitude = _DECIMAL.findall(text)[:2]
    except ValueError:
        raise DoubtfulCoordinates(f"'{text}' bukan koordinat") from None
    return Coordinates(read_degrees(latitude), read_degrees(longitude))


def read_degrees(text: str) -> float:
    """Degrees with decimal point or comma; "LS" and "S" mean south.

    Raises
    ------
    DoubtfulCoordinates
        If the text is no number.
    """
    south = re.search(r"\b(?:ls|s)\b", text.casefold())
    number = re.sub(r"(?i)\b(?:ls|bt|s|e)\b|[\s°]", "", text).replace("−", "-").replace(",", ".")
    try:
        degrees = float(number)
    except ValueError:
        raise DoubtfulCoordinates(f"'{text}' bukan derajat") from None
    return -abs(degrees) if south else degrees


def question(given: Coordinates, named: Coordinates, place: str, allowed_km: float) -> None:
    """Question a point that is not near the place it was given for.

    Raises
    ------
    DoubtfulCoordinates
        With the distance, and with the point that was probably meant when the two numbers were
        swapped, the minus sign is missing, or a decimal comma was lost.
    """
    if _near(given, named, allowed_km):
        return
    for meant, slip in _slips(given):
        if _near(meant, named, allowed_km):
            raise DoubtfulCoordinates(f"{slip}; maksud Anda {meant}?")
    if not _on_earth(given):
        raise DoubtfulCoordinates(f"{given.latitude:g}, {given.longitude:g} bukan titik di bumi")
    far = geodesic(given, named).km
    raise DoubtfulCoordinates(f"titiknya {far:.0f} km dari {place}")


def _slips(given: Coordinates) -> Iterator[tuple[Coordinates, str]]:
    latitude, longitude = given
    swapped = Coordinates(longitude, latitude)
    yield swapped, "lintang dan bujur tertukar"
    yield Coordinates(-latitude, longitude), "tanda minus di lintang hilang"
    yield Coordinates(-longitude, latitude), "lintang dan bujur tertukar, tanda minus hilang"
    yield _with_comma(given), "koma desimal hilang"
    yield _with_comma(swapped), "lintang dan bujur tertukar, koma desimal hilang"


def _with_comma(given: Coordinates) -> Coordinates:
    """Point read as 7,… degrees south and 11x,… degrees east, whatever the size of the numbers."""
    latitude = f"{abs(given.latitude):f}".replace(".", "").lstrip("0")
    longitude = f"{abs(given.longitude):f}".replace(".", "").lstrip("0")
    return Coordinates(
        -float(f"{latitude[:1] or 0}.{latitude[1:]}"),
        float(f"{longitude[:3] or 0}.{longitude[3:]}"),
    )


def _near(point: Coordinates, named: Coordinates, allowed_km: float) -> bool:
    return _on_earth(point) and geodesic(point, named).km <= allowed_km


def _on_earth(point: Coordinates) -> bool:
    return abs(point.latitude) <= 90 and abs(point.longitude) <= 180
