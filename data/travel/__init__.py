"""Travel times and distances between places, from an estimate, a road engine or a file."""

from data.travel.estimate import GeodesicEstimate
from data.travel.provider import Place, TravelProvider, TravelTable, TravelUnavailable
from data.travel.roads import RoadTravel
from data.travel.services import road_engine

__all__ = [
    "GeodesicEstimate",
    "Place",
    "RoadTravel",
    "TravelProvider",
    "TravelTable",
    "TravelUnavailable",
    "road_engine",
]
