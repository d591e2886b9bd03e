"""Travel by road: cached legs first, then the road engine, and the estimate where both fail."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from data.travel.provider import Matrix, Place, TravelProvider, TravelTable, TravelUnavailable
from data.travel.provider import travel_table as table_of
from data.travel.road_engines import RoadEngine

# Public OSRM servers refuse tables of more than 100 points; both ends count.
POINTS_PER_QUESTION = 50

Unknown = NDArray[np.bool_]
Indices = NDArray[np.intp]
Point = tuple[float, float]
Leg = tuple[float, float]
Legs = Mapping[tuple[Point, Point], Leg]


class LegCache(Protocol):
    """Keeps (minutes, km) between points; a point that moves is another point."""

    def legs(self, engine: str, points: Sequence[Point]) -> Legs:
        """Known legs between the points."""
        ...

    def keep_legs(self, engine: str, legs: Legs) -> None:
        """Remember legs."""
        ...


@dataclass(frozen=True)
class RoadTravel:
    """A road engine made dependable.

    Only legs the cache does not know are asked for. Where the engine is down or knows no road the
    estimate stands in, the note says so, and nothing estimated is kept: the next run asks again.
    """

    engine: RoadEngine
    estimate: TravelProvider
    cache: LegCache

    @property
    def name(self) -> str:
        """Identity of the engine."""
        return self.engine.name

    def matrix(self, places: Sequence[Place]) -> TravelTable:
        """Legs between all places; never fails while the estimate does not."""
        minutes, km = self._cached(places)
        trouble = ""
        try:
            self._complete(places, minutes, km)
        except TravelUnavailable as error:
            trouble = str(error)
        return self._with_estimates(places, minutes, km, trouble)

    def _cached(self, places: Sequence[Place]) -> tuple[Matrix, Matrix]:
        """Known minutes and km, NaN elsewhere."""
        row = {place.point: index for index, place in enumerate(places)}
        minutes = np.full((len(places), len(places)), np.nan)
        np.fill_diagonal(minutes, 0.0)
        km = minutes.copy()
        for (here, there), leg in self.cache.legs(self.name, list(row)).items():
            minutes[row[here], row[there]], km[row[here], row[there]] = leg
        return minutes, km

    def _complete(self, places: Sequence[Place], minutes: Matrix, km: Matrix) -> None:
        """Ask for the unknown legs, block by block, keeping each answer at once."""
        for rows, columns in _blocks(np.isnan(minutes)):
            sources, targets = [places[i] for i in rows], [places[j] for j in columns]
            block = np.ix_(rows, columns)
            minutes[block], km[block] = self.engine.legs(sources, targets)
            self.cache.keep_legs(self.name, _legs(sources, targets, minutes[block], km[block]))

    def _with_estimates(
        self, places: Sequence[Place], minutes: Matrix, km: Matrix, trouble: str
    ) -> TravelTable:
        unknown = np.isnan(minutes) | np.isnan(km)
        np.fill_diagonal(unknown, False)
        note = f"Waktu tempuh lewat jalan dari {self.engine.label}."
        if unknown.any():
            stand_in = self.estimate.matrix(places)
            minutes = np.where(unknown, stand_in.travel.minutes, minutes)
            km = np.where(unknown, stand_in.travel.km, km)
            why = trouble or "jalannya tidak diketahui"
            note += f" {int(unknown.sum())} dari {unknown.size - len(places)} ruas: {why}; "
            note += stand_in.note
        return table_of(places, minutes, km, note)


def _blocks(unknown: Unknown) -> Iterator[tuple[list[int], list[int]]]:
    """Rows and columns that hold the unknown legs, small enough for one question.

    Rows of new places want every column, rows of known ones only the new places' columns.
    """
    new = unknown.sum(axis=1) > len(unknown) / 2
    for group in (new, ~new):
        rows = np.flatnonzero(group & unknown.any(axis=1))
        for some in _chunks(rows):
            for columns in _chunks(np.flatnonzero(unknown[some].any(axis=0))):
                yield some.tolist(), columns.tolist()


def _chunks(indices: Indices) -> Iterator[Indices]:
    for start in range(0, len(indices), POINTS_PER_QUESTION):
        yield indices[start : start + POINTS_PER_QUESTION]


def _legs(
    sources: Sequence[Place], targets: Sequence[Place], minutes: Matrix, km: Matrix
) -> dict[tuple[Point, Point], Leg]:
    return {
        (here.point, there.point): (float(minutes[i, j]), float(km[i, j]))
        for i, here in enumerate(sources)
        for j, there in enumerate(targets)
        if here.point != there.point and np.isfinite(minutes[i, j]) and np.isfinite(km[i, j])
    }
