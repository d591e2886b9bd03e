"""Optional online geocoding of addresses: off unless an office configures a service.

Only the address and the names of desa, kecamatan and regency leave the house, never the
institution, its letter or its contact. Answers are cached; a failure costs only the better point.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import get_geocoder_for_service

from data.places.coordinates import (
    NEAR_DESA_KM,
    NEAR_KECAMATAN_KM,
    Coordinates,
    DoubtfulCoordinates,
    question,
)
from data.requests import Precision, Request

_ROUGH = frozenset({Precision.DESA, Precision.KECAMATAN})


class Answer(Protocol):
    """A remembered answer."""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None if nothing was found."""
        ...


class GeocodeCache(Protocol):
    """Remembers answers, also that nothing was found; the store is one."""

    def geocoded(self, geocoder: str, address: str) -> Answer | None:
        """The answer to an address, or None if it was never asked for."""
        ...

    def keep_geocode(
        self, geocoder: str, address: str, point: tuple[float, float] | None, at: dt.datetime
    ) -> None:
        """Remember an answer."""
        ...


@dataclass(frozen=True, slots=True)
class GeocodingService:
    """Which geopy geocoder to ask, and how politely.

    Attributes
    ----------
    name
        Name of the service as geopy knows it, e.g. ``nominatim``.
    options
        Arguments of geopy's geocoder: user agent, domain, key, timeout.
    seconds_between
        Pause between two questions; public Nominatim asks for at least one second.
    """

    name: str
    options: Mapping[str, Any]
    seconds_between: float = 1.0


class Geocoder:
    """Asks a configured service, through the cache.

    Raises
    ------
    geopy.exc.GeocoderNotFound
        If geopy knows no service of that name.
    """

    def __init__(
        self, service: GeocodingService, cache: GeocodeCache, now: Callable[[], dt.datetime]
    ) -> None:
        geocoder = get_geocoder_for_service(service.name)(**service.options)
        self._ask = RateLimiter(
            geocoder.geocode,
            min_delay_seconds=service.seconds_between,
            max_retries=1,
            error_wait_seconds=max(service.seconds_between, 0.1),
            swallow_exceptions=False,
        )
        self._name, self._cache, self._now = service.name, cache, now

    def locate(self, address: str) -> Coordinates | None:
        """Point of an address, or None if the service does not know it.

        Raises
        ------
        geopy.exc.GeopyError
            If the service cannot be asked.
        """
        known = self._cache.geocoded(self._name, address)
        if known:
            return Coordinates(*known.point) if known.point else None
        place = self._ask(address)
        found = Coordinates(place.latitude, place.longitude) if place else None
        self._cache.keep_geocode(self._name, address, found, self._now())
        return found


def refine(request: Request, geocoder: Geocoder, regency: str) -> tuple[Request, str | None]:
    """The request with a geocoded point, if its point is rough and the answer is near it.

    Returns
    -------
    request, note
        The note says in Bahasa Indonesia why a rough point stayed; None if nothing is to be said.
    """
    site = request.site
    if site.precision not in _ROUGH or not site.address:
        return request, None
    named = Coordinates(site.latitude, site.longitude)
    address = ", ".join(filter(None, (site.address, site.desa, site.kecamatan, regency)))
    try:
        found = geocoder.locate(address)
        if found is None:
            return request, f"{request.institution}: alamat tidak ditemukan layanan peta"
        near = NEAR_DESA_KM if site.desa else NEAR_KECAMATAN_KM
        question(found, named, site.desa or site.kecamatan, near)
    except GeopyError as error:
        return (
            request,
            f"{request.institution}: layanan peta tidak menjawab ({type(error).__name__})",
        )
    except DoubtfulCoordinates as error:
        return request, f"{request.institution}: jawaban layanan peta tidak dipakai, {error}"
    better = {"latitude": found.latitude, "longitude": found.longitude}
    point = site.model_copy(update=better | {"precision": Precision.GEOCODED})
    return request.model_copy(update={"site": point}), None
