from pathlib import Path

import pytest

from config.office import RoadSettings, read_office
from config.settings import ROOT
from data.travel import GeodesicEstimate
from data.travel.road_engines import OpenRouteService, Osrm, Valhalla
from data.travel.roads import RoadTravel
from flows.office_travel import travel_provider
from optimizer.faults import InvalidDocument

OFFICE = ROOT / "config/office.toml"


class NoCache:
    def legs(self, engine, points):
        return {}

    def keep_legs(self, engine, legs):
        raise AssertionError("nothing was asked")


def provider(engine: str, address: str = "http://127.0.0.1:1"):
    roads = read_office(OFFICE).roads.model_copy(update={"engine": engine, "address": address})
    return travel_provider(roads, "secret", NoCache())


def test_the_default_is_an_estimate_that_calls_nobody():
    assert isinstance(provider("perkiraan"), GeodesicEstimate)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("osrm", Osrm), ("valhalla", Valhalla), ("openrouteservice", OpenRouteService)],
)
def test_a_named_engine_has_the_estimate_behind_it(name: str, kind: type):
    found = provider(name)
    assert isinstance(found, RoadTravel)
    assert isinstance(found.engine, kind)
    assert isinstance(found.estimate, GeodesicEstimate)


def test_a_file_of_legs_is_read(tmp_path: Path):
    from data.travel.matrix_file import COLUMNS

    file = tmp_path / "jarak.csv"
    file.write_text(",".join(COLUMNS) + "\n")
    assert isinstance(provider("berkas", str(file)), RoadTravel)


def test_an_engine_without_an_address_is_a_fault(tmp_path: Path):
    copy = tmp_path / "kantor.toml"
    copy.write_text(OFFICE.read_text().replace('mesin = "perkiraan"', 'mesin = "osrm"'))
    with pytest.raises(InvalidDocument, match="mesin 'osrm' perlu alamat"):
        read_office(copy)
    assert RoadSettings.model_fields["engine"].default == "perkiraan"
