"""Records of the regency's places, as its tables hold them."""

from dataclasses import dataclass
from enum import StrEnum

from data.requests import Precision


class Terrain(StrEnum):
    """How fast the roads of a kecamatan are."""

    LOWLAND = "lowland"
    UPLAND = "upland"


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """A district; the venue is where its weekly session is held, degrees WGS 84."""

    code: str
    name: str
    latitude: float
    longitude: float
    venue_latitude: float
    venue_longitude: float
    terrain: Terrain


@dataclass(frozen=True, slots=True)
class Desa:
    """A desa or kelurahan with a point inside it, degrees WGS 84."""

    code: str
    name: str
    type: str
    kecamatan_code: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class School:
    """An entry of the school register."""

    npsn: str
    name: str
    level: str
    kecamatan_code: str
    latitude: float
    longitude: float
    precision: Precision


@dataclass(frozen=True, slots=True)
class DepotPlace:
    """An office that duties can leave from."""

    id: str
    name: str
    address: str
    desa_code: str
    latitude: float
    longitude: float
