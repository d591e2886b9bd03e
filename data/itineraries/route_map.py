"""A small black-and-white map of one duty, drawn from coordinates alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from data.itineraries.journey import Journey, Point
from data.itineraries.pages import page

KM_PER_DEGREE = 111.2
MARGIN = 22
SCALE_ROOM = 16
BARS_KM = (0.5, 1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Frame:
    """Equirectangular projection of an area into a picture of ``width`` by ``height`` units."""

    west: float
    north: float
    squeeze: float
    scale: float
    inset: tuple[float, float]

    @classmethod
    def around(cls, points: Sequence[Point], width: float, height: float) -> "Frame":
        """The frame that shows all points as large as fits, centred."""
        south, north = min(p[0] for p in points), max(p[0] for p in points)
        west, east = min(p[1] for p in points), max(p[1] for p in points)
        squeeze = cos(radians((south + north) / 2))
        across, down = max((east - west) * squeeze, 0.005), max(north - south, 0.005)
        scale = min((width - 2 * MARGIN) / across, (height - 2 * MARGIN) / down)
        slack = (width - (east - west) * squeeze * scale, height - (north - south) * scale)
        return cls(west, north, squeeze, scale, (slack[0] / 2, slack[1] / 2))

    def place(self, point: Point) -> tuple[float, float]:
        """Picture coordinates of (latitude, longitude)."""
        x = self.inset[0] + (point[1] - self.west) * self.squeeze * self.scale
        y = self.inset[1] + (self.north - point[0]) * self.scale
        return round(x, 1), round(y, 1)

    @property
    def units_per_km(self) -> float:
        """Length of a kilometre in the picture."""
        return self.scale / KM_PER_DEGREE


def route_map_svg(journey: Journey, width: int = 300, height: int = 220) -> str:
    """The depot, the numbered stops and the way between them as an SVG picture."""
    points = [journey.start, *(visit.leg.target for visit in journey.visits)]
    frame = Frame.around(points, width, height - SCALE_ROOM)
    bar_km = max((km for km in BARS_KM if km * frame.units_per_km <= width / 3), default=BARS_KM[0])
    return page(
        "route_map.svg",
        width=width,
        height=height,
        path=[frame.place(point) for point in (*points, journey.home.target)],
        depot=frame.place(journey.start),
        stops=[(visit.number, frame.place(visit.leg.target)) for visit in journey.visits],
        bar_km=bar_km,
        bar=round(bar_km * frame.units_per_km, 1),
    )
