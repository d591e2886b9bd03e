"""A site that is known by its desa."""

from data.requests import Precision, Site

SITE = Site(
    kecamatan_code="35.14.06",
    kecamatan="Kejayan",
    desa_code="35.14.06.2025",
    desa="Sladi",
    latitude=-7.69965,
    longitude=112.873484,
    precision=Precision.DESA,
)
