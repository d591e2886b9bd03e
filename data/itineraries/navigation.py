"""Ways to a place: a link that opens navigation on any telephone, and its QR code."""

from functools import lru_cache

import segno

from data.itineraries.journey import Point


def navigation_link(point: Point) -> str:
    """Address that opens driving directions to (latitude, longitude)."""
    latitude, longitude = point
    return (
        "https://www.google.com/maps/dir/?api=1&travelmode=driving"
        f"&destination={latitude:.5f},{longitude:.5f}"
    )


def map_link(point: Point) -> str:
    """Address that opens the place in the telephone's own map, also without internet (RFC 5870)."""
    place = f"{point[0]:.5f},{point[1]:.5f}"
    return f"geo:{place}?q={place}"


@lru_cache(maxsize=1024)  # choosing the mask is slow, and the way home comes on every sheet
def qr_svg(text: str) -> str:
    """QR code of a text as an SVG picture, black on white with its quiet zone."""
    picture: str = segno.make(text, error="m").svg_inline(border=2, omitsize=True, light="white")
    return picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
