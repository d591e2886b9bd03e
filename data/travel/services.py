"""Road engines by the name an office configures."""

from pathlib import Path

from data.travel.matrix_file import read_matrix_file
from data.travel.road_engines import OpenRouteService, Osrm, RoadEngine, Valhalla

SERVICES = ("osrm", "valhalla", "openrouteservice", "berkas")


def road_engine(service: str, address: str, key: str = "") -> RoadEngine:
    """The engine at an address: a URL, or for ``berkas`` the path of a file of legs.

    Raises
    ------
    ValueError
        If there is no such service, in Bahasa Indonesia.
    TravelUnavailable, InvalidDocument
        If the file of legs cannot be read.
    """
    if service == "osrm":
        return Osrm(address)
    if service == "valhalla":
        return Valhalla(address)
    if service == "openrouteservice":
        return OpenRouteService(address, key)
    if service == "berkas":
        return read_matrix_file(Path(address))
    raise ValueError(f"mesin jalan '{service}' tidak dikenal; pilih dari {', '.join(SERVICES)}")
