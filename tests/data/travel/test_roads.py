import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from data.store import Store, open_store
from data.travel import GeodesicEstimate, Place
from data.travel.road_engines import Osrm
from data.travel.roads import RoadTravel

PLACES = tuple(Place(-7.6 - n / 100, 112.8 + n / 200) for n in range(6))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        yield opened


@pytest.fixture
def travel(road, store) -> RoadTravel:
    return RoadTravel(Osrm(road.url), GeodesicEstimate(), store)


def test_legs_come_from_the_engine_and_the_note_says_so(travel, road):
    table = travel.matrix(PLACES)
    assert table.travel.minutes[0, 1] == pytest.approx(3.0)
    assert table.travel.minutes[1, 0] == pytest.approx(4.0)
    assert table.note == "Waktu tempuh lewat jalan dari OSRM."
    assert road.questions == [("osrm", 6, 6)]


def test_known_legs_are_not_asked_for_again(travel, road):
    first = travel.matrix(PLACES)
    assert travel.matrix(PLACES) == first
    assert travel.matrix(PLACES[::-1]).travel.minutes[0, 5] == first.travel.minutes[5, 0]
    assert len(road.questions) == 1


def test_a_moved_point_asks_for_its_own_legs_only(travel, road):
    travel.matrix(PLACES)
    moved = dataclasses.replace(PLACES[2], latitude=-7.7)
    table = travel.matrix((*PLACES[:2], moved, *PLACES[3:]))
    assert road.questions[1:] == [("osrm", 1, 5), ("osrm", 5, 1)]
    assert table.travel.minutes[0, 2] == pytest.approx(0.1 * 200 + 0.01 * 200)


def test_an_engine_that_is_down_leaves_the_estimate_and_is_tried_next_time(travel, road):
    road.answers = [(503, "{}")]
    estimated = travel.matrix(PLACES)
    assert np.array_equal(estimated.travel.km, GeodesicEstimate().matrix(PLACES).travel.km)
    assert "30 dari 30 ruas: OSRM menjawab galat 503" in estimated.note
    assert "perkiraan" in estimated.note
    assert travel.matrix(PLACES).note == "Waktu tempuh lewat jalan dari OSRM."


def test_known_legs_survive_an_engine_that_is_down(travel, road):
    known = travel.matrix(PLACES[:5]).travel.minutes
    road.answers = [(503, "{}")]
    table = travel.matrix(PLACES)
    assert np.array_equal(table.travel.minutes[:5, :5], known)
    assert "10 dari 30 ruas" in table.note


def test_where_there_is_no_road_the_estimate_stands_in(travel, road):
    road.no_road = PLACES[5].longitude
    table = travel.matrix(PLACES)
    estimate = GeodesicEstimate().matrix(PLACES).travel
    assert table.travel.km[0, 5] == estimate.km[0, 5]
    assert table.travel.minutes[0, 1] == pytest.approx(3.0)
    assert "10 dari 30 ruas: jalannya tidak diketahui" in table.note


def test_many_places_are_asked_in_questions_a_public_server_accepts(travel, road):
    places = [Place(-7.6 - n / 1000, 112.7) for n in range(120)]
    table = travel.matrix(places)
    assert all(sources + targets <= 100 for _, sources, targets in road.questions)
    assert table.travel.minutes[0, 119] == pytest.approx(0.119 * 200, abs=0.01)
    travel.matrix(places)
    assert len(road.questions) == 9


def test_nowhere_to_go_asks_nothing(travel, road):
    assert travel.matrix(PLACES[:1]).travel.minutes.tolist() == [[0.0]]
    assert road.questions == []
