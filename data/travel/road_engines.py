"""Clients of road engines that speak HTTP: OSRM, Valhalla, openrouteservice.

Small clients of our own: the one library that knows all three brings its own retry and error
model, and here three requests are all there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import httpx
import numpy as np

from data.travel.provider import Matrix, Place, TravelUnavailable

SECONDS_TO_WAIT = 20.0


class RoadEngine(Protocol):
    """Anything that knows legs by road.

    Attributes
    ----------
    name
        Identifies the engine in the cache.
    label
        How the plan names it.
    """

    @property
    def name(self) -> str:
        """Identity with settings."""
        ...

    @property
    def label(self) -> str:
        """Printed name."""
        ...

    def legs(self, sources: Sequence[Place], targets: Sequence[Place]) -> tuple[Matrix, Matrix]:
        """Minutes and kilometres, shape ``(sources, targets)``; NaN where there is no road.

        Raises
        ------
        TravelUnavailable
            If the engine does not answer, or answers nonsense.
        """
        ...


@dataclass(frozen=True, slots=True)
class Osrm:
    """Table service of an OSRM server (seconds, metres)."""

    url: str
    profile: str = "driving"
    label: str = "OSRM"

    @property
    def name(self) -> str:
        """Identity with settings."""
        return f"osrm {self.url} {self.profile}"

    def legs(self, sources: Sequence[Place], targets: Sequence[Place]) -> tuple[Matrix, Matrix]:
        """See ``RoadEngine``."""
        points = ";".join(f"{p.longitude:.6f},{p.latitude:.6f}" for p in (*sources, *targets))
        middle, end = len(sources), len(sources) + len(targets)
        answer = _ask(
            self.label,
            "GET",
            f"{self.url.rstrip('/')}/table/v1/{self.profile}/{points}",
            params={
                "sources": ";".join(map(str, range(middle))),
                "destinations": ";".join(map(str, range(middle, end))),
                "annotations": "duration,distance",
            },
        )
        shape = (len(sources), len(targets))
        minutes = _matrix(self.label, answer.get("durations"), shape) / 60
        return minutes, _matrix(self.label, answer.get("distances"), shape) / 1000


@dataclass(frozen=True, slots=True)
class Valhalla:
    """Matrix service of a Valhalla server (seconds, kilometres)."""

    url: str
    costing: str = "auto"
    label: str = "Valhalla"

    @property
    def name(self) -> str:
        """Identity with settings."""
        return f"valhalla {self.url} {self.costing}"

    def legs(self, sources: Sequence[Place], targets: Sequence[Place]) -> tuple[Matrix, Matrix]:
        """See ``RoadEngine``."""
        question = {
            "sources": [{"lat": p.latitude, "lon": p.longitude} for p in sources],
            "targets": [{"lat": p.latitude, "lon": p.longitude} for p in targets],
            "costing": self.costing,
            "units": "kilometers",
        }
        url = f"{self.url.rstrip('/')}/sources_to_targets"
        answer = _ask(self.label, "POST", url, json=question)
        rows = answer.get("sources_to_targets")
        shape = (len(sources), len(targets))
        minutes = _matrix(self.label, _column(self.label, rows, "time"), shape) / 60
        return minutes, _matrix(self.label, _column(self.label, rows, "distance"), shape)


@dataclass(frozen=True, slots=True)
class OpenRouteService:
    """Matrix service of an openrouteservice server (seconds, kilometres)."""

    url: str
    key: str = ""
    profile: str = "driving-car"
    label: str = "openrouteservice"

    @property
    def name(self) -> str:
        """Identity with settings, without the key."""
        return f"openrouteservice {self.url} {self.profile}"

    def legs(self, sources: Sequence[Place], targets: Sequence[Place]) -> tuple[Matrix, Matrix]:
        """See ``RoadEngine``."""
        middle, end = len(sources), len(sources) + len(targets)
        question = {
            "locations": [[p.longitude, p.latitude] for p in (*sources, *targets)],
            "sources": list(range(middle)),
            "destinations": list(range(middle, end)),
            "metrics": ["duration", "distance"],
            "units": "km",
        }
        answer = _ask(
            self.label,
            "POST",
            f"{self.url.rstrip('/')}/v2/matrix/{self.profile}",
            json=question,
            headers={"Authorization": self.key} if self.key else None,
        )
        shape = (len(sources), len(targets))
        minutes = _matrix(self.label, answer.get("durations"), shape) / 60
        return minutes, _matrix(self.label, answer.get("distances"), shape)


def _ask(label: str, method: str, url: str, **question: Any) -> dict[str, Any]:
    try:
        answer = httpx.request(method, url, timeout=SECONDS_TO_WAIT, **question)
        answer.raise_for_status()
        document = answer.json()
    except httpx.HTTPStatusError as error:
        message = f"{label} menjawab galat {error.response.status_code}"
        raise TravelUnavailable(message) from error
    except httpx.HTTPError as error:
        raise TravelUnavailable(f"{label} tidak menjawab ({type(error).__name__})") from error
    except ValueError as error:
        raise TravelUnavailable(f"jawaban {label} bukan JSON") from error
    if not isinstance(document, dict):
        raise TravelUnavailable(f"jawaban {label} tidak dikenal")
    return document


def _column(label: str, rows: Any, name: str) -> list[list[Any]]:
    try:
        return [[cell[name] for cell in row] for row in rows]
    except (TypeError, KeyError) as error:
        raise TravelUnavailable(f"jawaban {label} tidak dikenal") from error


def _matrix(label: str, rows: Any, shape: tuple[int, int]) -> Matrix:
    """Numbers of an answer, null as NaN."""
    try:
        matrix = np.array(rows, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise TravelUnavailable(f"jawaban {label} tidak dikenal") from error
    if matrix.shape != shape or (matrix < 0).any():
        raise TravelUnavailable(f"jawaban {label} tidak lengkap")
    return matrix
