"""The small map shows every point inside its frame, to scale."""

from math import cos, hypot, radians
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from data.itineraries.journey import in_order, journey
from data.itineraries.route_map import KM_PER_DEGREE, MARGIN, Frame, route_map_svg
from tests.data.itineraries.sample_week import book

POINTS = st.tuples(st.floats(-8.2, -7.4), st.floats(112.4, 113.4))


@given(st.lists(POINTS, min_size=1, max_size=8))
def test_all_points_lie_within_the_margins(points: list[tuple[float, float]]) -> None:
    frame = Frame.around(points, 300, 200)
    for x, y in map(frame.place, points):
        assert MARGIN - 0.1 <= x <= 300 - MARGIN + 0.1
        assert MARGIN - 0.1 <= y <= 200 - MARGIN + 0.1


def test_distances_are_to_scale_and_north_is_up() -> None:
    south, north = (-7.8, 112.8), (-7.6, 112.9)
    frame = Frame.around((south, north), 300, 200)
    (x1, y1), (x2, y2) = frame.place(south), frame.place(north)
    km = KM_PER_DEGREE * hypot(0.2, 0.1 * cos(radians(-7.7)))
    assert y2 < y1 and x2 > x1
    assert abs(hypot(x2 - x1, y2 - y1) / frame.units_per_km - km) < 0.1


def test_the_picture_is_wellformed_and_numbers_every_stop() -> None:
    week = book()
    picture = ElementTree.fromstring(route_map_svg(journey(week, in_order(week)[1])))
    texts = [node.text for node in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"1", "2", "2 km"} <= set(texts)
