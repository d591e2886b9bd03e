"""Builds requests for tests of records: what a test does not name is plain and harmless."""

from typing import Any

from data.requests import Kind, Precision, Request, Site

SITE = Site(
    kecamatan_code="35.14.06",
    kecamatan="Kejayan",
    desa_code="35.14.06.2025",
    desa="Sladi",
    latitude=-7.7036,
    longitude=112.8738,
    precision=Precision.GIVEN,
)


def request(**named: Any) -> Request:
    """A school's letter for 90 people."""
    plain = {"id": "r1", "kind": Kind.SCHOOL, "institution": "SMAN 1 Kejayan", "site": SITE}
    return Request(**(plain | {"people": 90, "people_left": 90} | named))
