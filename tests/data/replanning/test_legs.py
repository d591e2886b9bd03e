import numpy as np

from data.replanning import with_known_legs
from optimizer.problem import Travel

A, B, C = (-7.5, 112.8), (-7.6, 112.9), (-7.7, 112.7)


def travel(*points, leg: float) -> Travel:
    size = len(points)
    return Travel(points, np.full((size, size), leg), np.full((size, size), leg / 2))


def test_known_legs_stay_and_new_ones_are_taken():
    merged = with_known_legs(travel(C, A, B, leg=9.0), travel(A, B, leg=4.0))
    assert merged.locations == (C, A, B)
    assert merged.minutes.tolist() == [[9, 9, 9], [9, 4, 4], [9, 4, 4]]
    assert merged.km[1, 2] == 2.0


def test_without_shared_points_nothing_changes():
    fresh = travel(A, leg=9.0)
    assert with_known_legs(fresh, travel(B, leg=4.0)) == fresh
