"""The office's file as the provider of travel times."""

from pathlib import Path

from config.office import RoadClass, RoadSettings
from data.travel import GeodesicEstimate, TravelProvider
from data.travel.estimate import Roads
from data.travel.matrix_file import read_matrix_file
from data.travel.road_engines import OpenRouteService, Osrm, RoadEngine, Valhalla
from data.travel.roads import LegCache, RoadTravel


def travel_provider(roads: RoadSettings, key: str, cache: LegCache) -> TravelProvider:
    """The estimate, or the named road engine with the estimate behind it.

    Raises
    ------
    InvalidDocument
        If a file of legs has faults.
    TravelUnavailable
        If a file of legs cannot be read.
    """
    estimate = GeodesicEstimate(_roads(roads.lowland), _roads(roads.upland))
    if roads.engine == "perkiraan":
        return estimate
    return RoadTravel(_engine(roads, key), estimate, cache)


def _engine(roads: RoadSettings, key: str) -> RoadEngine:
    if roads.engine == "osrm":
        return Osrm(roads.address)
    if roads.engine == "valhalla":
        return Valhalla(roads.address)
    if roads.engine == "openrouteservice":
        return OpenRouteService(roads.address, key)
    return read_matrix_file(Path(roads.address))


def _roads(road: RoadClass) -> Roads:
    return Roads(road_factor=road.factor, speed=road.kmh)
