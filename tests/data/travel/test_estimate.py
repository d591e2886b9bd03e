import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.travel import GeodesicEstimate, Place

KOTA_PASURUAN, TOSARI = (-7.645, 112.907), (-7.897, 112.904)
places = st.lists(
    st.builds(
        Place,
        latitude=st.floats(-8.1, -7.5),
        longitude=st.floats(112.5, 113.1),
        upland=st.booleans(),
    ),
    max_size=6,
)


def leg(upland_here: bool, upland_there: bool) -> tuple[float, float]:
    ends = Place(*KOTA_PASURUAN, upland_here), Place(*TOSARI, upland_there)
    travel = GeodesicEstimate().matrix(ends).travel
    return travel.km[0, 1], travel.minutes[0, 1]


def test_the_local_check_of_the_road_factor_holds():
    """Kota Pasuruan to Tosari is 40 km by road."""
    assert leg(False, True)[0] == pytest.approx(40, abs=0.5)


def test_the_terrain_of_both_ends_counts():
    low, mixed, high = leg(False, False), leg(False, True), leg(True, True)
    straight = low[0] / 1.35
    assert high[0] == pytest.approx(straight * 1.5, abs=0.01)
    assert mixed[0] == pytest.approx((low[0] + high[0]) / 2, abs=0.01)
    assert low[1] == pytest.approx(low[0] / 34 * 60, abs=0.02)
    assert high[1] == pytest.approx(high[0] / 24 * 60, abs=0.02)
    assert low[1] < mixed[1] < high[1]


@given(places)
def test_legs_are_symmetric_zero_on_the_diagonal_and_rounded(points):
    travel = GeodesicEstimate().matrix(points).travel
    assert travel.locations == tuple(place.point for place in points)
    for matrix in (travel.km, travel.minutes):
        assert matrix.shape == (len(points), len(points))
        assert np.array_equal(matrix, matrix.T)
        assert not matrix.diagonal().any()
        assert np.array_equal(matrix, matrix.round(2))


def test_the_note_says_that_it_is_an_estimate():
    assert "perkiraan" in GeodesicEstimate().note
    assert "1,35" in GeodesicEstimate().note


def test_a_hundred_places_have_all_their_legs():
    points = [Place(-7.6 - n / 400, 112.7 + n / 300) for n in range(100)]
    travel = GeodesicEstimate().matrix(points).travel
    apart = ~np.eye(100, dtype=bool)
    assert (travel.km[apart] > 0).all() and (travel.minutes[apart] > 0).all()
