"""Geocoding against a real HTTP server that speaks Nominatim's search."""

import datetime as dt
import json
import shutil
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.exc import GeocoderNotFound, GeopyError

from data.places.geocoding import GeocodeCache, Geocoder, GeocodingService, refine
from data.requests import Precision, Request
from data.store import Store, open_store
from tests.data.builders import request
from tests.data.places.sites import SITE

NOW = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
REGENCY = "Kabupaten Pasuruan"
ADDRESS = "Jalan Kabupaten"
FULL = "Jalan Kabupaten, Sladi, Kejayan, Kabupaten Pasuruan"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without answers; opened once, because that makes all its tables."""
    path = tmp_path_factory.mktemp("store") / "empty.sqlite"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def store(empty: Path, tmp_path: Path) -> Iterator[Store]:
    path = shutil.copy(empty, tmp_path / "store.sqlite")
    with open_store(f"sqlite:///{path}") as opened:
        yield opened


class Nominatim(ThreadingHTTPServer):
    """Answers /search with one place, none, or an error; keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Search)
        self.asked: list[tuple[float, str]] = []
        self.point: tuple[float, float] | None = (-7.7036, 112.8738)
        self.status = 200

    def geocoder(self, cache: GeocodeCache, seconds_between: float = 0.0) -> Geocoder:
        options = {
            "domain": f"127.0.0.1:{self.server_port}",
            "scheme": "http",
            "user_agent": "jemputbola-test",
            "timeout": 5,
        }
        return Geocoder(GeocodingService("nominatim", options, seconds_between), cache, lambda: NOW)


class Search(BaseHTTPRequestHandler):
    server: Nominatim

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        assert address.path == "/search"
        self.server.asked.append((time.monotonic(), parse_qs(address.query)["q"][0]))
        point = self.server.point
        found = [{"lat": str(point[0]), "lon": str(point[1]), "display_name": "x"}] if point else []
        body = json.dumps(found).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def nominatim() -> Iterator[Nominatim]:
    with Nominatim() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def rough(address: str | None = ADDRESS) -> Request:
    """A request that is only known by its desa."""
    site = SITE.model_copy(update={"address": address})
    return request(site=site)


def test_a_rough_point_becomes_a_geocoded_one(nominatim: Nominatim, store: Store) -> None:
    better, note = refine(rough(), nominatim.geocoder(store), REGENCY)
    assert (better.site.latitude, better.site.longitude) == (-7.7036, 112.8738)
    assert better.site.precision is Precision.GEOCODED
    assert note is None


def test_only_address_and_places_leave_the_house(nominatim: Nominatim, store: Store) -> None:
    refine(rough(), nominatim.geocoder(store), REGENCY)
    assert [query for _, query in nominatim.asked] == [FULL]


def test_an_answer_is_asked_for_once(nominatim: Nominatim, store: Store) -> None:
    for _ in range(3):
        refine(rough(), nominatim.geocoder(store), REGENCY)
    assert len(nominatim.asked) == 1
    known = store.geocoded("nominatim", FULL)
    assert known is not None
    assert known.point == (-7.7036, 112.8738)


def test_an_unknown_address_is_remembered_too(nominatim: Nominatim, store: Store) -> None:
    nominatim.point = None
    for _ in range(2):
        kept, note = refine(rough(), nominatim.geocoder(store), REGENCY)
        assert kept == rough()
        assert note is not None
        assert "tidak ditemukan" in note
    assert len(nominatim.asked) == 1


def test_an_answer_far_away_is_not_used(nominatim: Nominatim, store: Store) -> None:
    nominatim.point = (-6.2, 106.8)
    kept, note = refine(rough(), nominatim.geocoder(store), REGENCY)
    assert kept == rough()
    assert note is not None
    assert "km dari Sladi" in note


def test_a_service_that_is_down_costs_nothing(nominatim: Nominatim, store: Store) -> None:
    nominatim.status = 503
    kept, note = refine(rough(), nominatim.geocoder(store), REGENCY)
    assert kept == rough()
    assert note is not None
    assert "tidak menjawab" in note
    assert store.geocoded("nominatim", FULL) is None
    with pytest.raises(GeopyError):
        nominatim.geocoder(store).locate(FULL)


def test_questions_keep_their_distance(nominatim: Nominatim, store: Store) -> None:
    geocoder = nominatim.geocoder(store, seconds_between=0.2)
    for query in ("a", "b", "c"):
        geocoder.locate(query)
    times = [moment for moment, _ in nominatim.asked]
    assert times[1] - times[0] >= 0.19
    assert times[2] - times[1] >= 0.19


@pytest.mark.parametrize("precision", [Precision.GIVEN, Precision.SCHOOL_REGISTER])
def test_a_precise_point_is_never_asked_for(
    nominatim: Nominatim, store: Store, precision: Precision
) -> None:
    site = SITE.model_copy(update={"precision": precision, "address": ADDRESS})
    precise = request(site=site)
    assert refine(precise, nominatim.geocoder(store), REGENCY) == (precise, None)
    assert refine(rough(None), nominatim.geocoder(store), REGENCY) == (rough(None), None)
    assert nominatim.asked == []


def test_an_unknown_service_is_refused_at_once(store: Store) -> None:
    with pytest.raises(GeocoderNotFound):
        Geocoder(GeocodingService("tidak-ada", {}), store, lambda: NOW)
