import numpy as np
import pytest

from data.travel import Place, TravelUnavailable
from data.travel.road_engines import OpenRouteService, Osrm, Valhalla

SOUTH, NORTH, EAST = Place(-7.8, 112.8), Place(-7.7, 112.8), Place(-7.8, 112.9)
ENGINES = [Osrm, Valhalla, OpenRouteService]
each_engine = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.__name__)


@each_engine
def test_minutes_and_kilometres_both_ways(road, engine):
    minutes, km = engine(road.url).legs([SOUTH, NORTH], [SOUTH, NORTH, EAST])
    assert minutes == pytest.approx(np.array([[0, 30, 20], [20, 0, 40]]), abs=1e-6)
    assert km == pytest.approx(np.array([[0, 18, 12], [12, 0, 24]]), abs=1e-6)


@each_engine
def test_a_leg_without_road_is_unknown(road, engine):
    road.no_road = EAST.longitude
    minutes, km = engine(road.url).legs([SOUTH], [NORTH, EAST])
    assert np.isnan(minutes).tolist() == [[False, True]]
    assert np.isnan(km).tolist() == [[False, True]]


@each_engine
@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (500, "{}", "galat 500"),
        (429, "{}", "galat 429"),
        (200, "<html>", "bukan JSON"),
        (200, "[]", "tidak dikenal"),
        (200, "{}", "tidak"),
        (
            200,
            '{"durations":[[1]],"distances":[[1]],'
            '"sources_to_targets":[[{"time":1,"distance":1}]]}',
            "tidak lengkap",
        ),
        (
            200,
            '{"durations":[[1,-2]],"distances":[[1,1]],'
            '"sources_to_targets":[[{"time":1,"distance":1},{"time":-1,"distance":1}]]}',
            "tidak lengkap",
        ),
        (
            200,
            '{"durations":[["a",2]],"distances":[[1,1]],"sources_to_targets":[[{"time":1},3]]}',
            "tidak dikenal",
        ),
    ],
)
def test_a_bad_answer_is_said(road, engine, status, body, message):
    road.answers = [(status, body)]
    with pytest.raises(TravelUnavailable, match=message):
        engine(road.url).legs([SOUTH], [NORTH, EAST])


@each_engine
def test_an_engine_that_is_down_is_said(engine):
    with pytest.raises(TravelUnavailable, match="tidak menjawab"):
        engine("http://127.0.0.1:9").legs([SOUTH], [NORTH])


def test_openrouteservice_is_given_its_key(road):
    road.key = "kunci"
    assert OpenRouteService(road.url, "kunci").legs([SOUTH], [NORTH])[0] == pytest.approx(30)
    with pytest.raises(TravelUnavailable, match="403"):
        OpenRouteService(road.url).legs([SOUTH], [NORTH])
    assert "kunci" not in OpenRouteService(road.url, "kunci").name
