import pytest

from data.travel import TravelUnavailable, road_engine
from data.travel.road_engines import OpenRouteService, Osrm, Valhalla


@pytest.mark.parametrize(
    ("service", "engine"),
    [("osrm", Osrm), ("valhalla", Valhalla), ("openrouteservice", OpenRouteService)],
)
def test_each_service_has_its_engine(service, engine):
    made = road_engine(service, "http://127.0.0.1:1")
    assert isinstance(made, engine)
    assert "http://127.0.0.1:1" in made.name


def test_a_file_of_legs_is_read_at_once(tmp_path):
    with pytest.raises(TravelUnavailable):
        road_engine("berkas", str(tmp_path / "tiada.csv"))


def test_an_unknown_service_names_the_known_ones():
    with pytest.raises(ValueError, match="pilih dari osrm"):
        road_engine("peta", "")
