import datetime as dt

from data.store import Geocoded
from tests.data.store.builders import NOW

RACI, KEJAYAN = (-7.5945051, 112.83438), (-7.7, 112.85)


def test_a_leg_is_remembered_for_its_engine_and_direction(store):
    store.keep_legs("osrm a", {(RACI, KEJAYAN): (31.5, 16.2)})
    assert store.legs("osrm a", [RACI, KEJAYAN]) == {(RACI, KEJAYAN): (31.5, 16.2)}
    assert store.legs("osrm b", [RACI, KEJAYAN]) == {}
    assert store.legs("osrm a", [RACI]) == {}


def test_a_new_answer_replaces_the_old_one(store):
    store.keep_legs("osrm", {(RACI, KEJAYAN): (31.5, 16.2)})
    store.keep_legs("osrm", {(RACI, KEJAYAN): (40.0, 17.0), (KEJAYAN, RACI): (1.0, 2.0)})
    assert store.legs("osrm", [KEJAYAN, RACI]) == {
        (RACI, KEJAYAN): (40.0, 17.0),
        (KEJAYAN, RACI): (1.0, 2.0),
    }


def test_old_legs_are_forgotten(store):
    store.keep_legs("osrm", {(RACI, KEJAYAN): (31.5, 16.2)}, NOW - dt.timedelta(days=200))
    store.keep_legs("osrm", {}, NOW)
    assert store.legs("osrm", [RACI, KEJAYAN]) == {}


def test_an_address_is_remembered_however_it_is_spaced(store):
    assert store.geocoded("nominatim", "Jl. Raya Kejayan 1") is None
    store.keep_geocode("nominatim", "Jl. Raya Kejayan 1", KEJAYAN, NOW)
    assert store.geocoded("nominatim", " jl. raya  kejayan 1") == Geocoded(KEJAYAN)
    assert store.geocoded("lain", "Jl. Raya Kejayan 1") is None


def test_no_such_place_is_an_answer_too(store):
    store.keep_geocode("nominatim", "Entah", None, NOW)
    assert store.geocoded("nominatim", "Entah") == Geocoded(None)
