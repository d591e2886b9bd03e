"""Travel times and distances between places, from an estimate, a road engine or a file."""

from data.travel.estimate import GeodesicEstimate
from data.travel.provider import Place, TravelProvider, TravelTable, TravelUnavailable

__all__ = ["GeodesicEstimate", "Place", "TravelProvider", "TravelTable", "TravelUnavailable"]
