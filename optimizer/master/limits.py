"""Whole quantities of a plan that may be held within limits, to branch on them."""

from collections.abc import Mapping
from typing import NamedTuple

STOPS, MISS = -1, -2
"""In the place of a day: the stops of all days, and whether the request is missed."""


class Quantity(NamedTuple):
    """A whole number that every plan has.

    Attributes
    ----------
    request, day
        Stops at a request on a day; see also ``STOPS`` and ``MISS``.
    """

    request: int
    day: int


Limits = Mapping[Quantity, tuple[float, float]]
"""The least and the most of quantities."""
