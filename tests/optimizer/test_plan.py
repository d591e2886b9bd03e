"""Value objects of the plan."""

from dataclasses import replace

import pytest

from optimizer.faults import InvalidDocument
from optimizer.plan import Unserved, relative_gap
from tests.optimizer.builders import BASE, PLAN, plan


@pytest.mark.parametrize(
    ("score", "bound", "gap"),
    [(100.0, 100.0, 0.0), (90.0, 100.0, 0.1), (0.0, 0.5, 0.5), (-8.0, -4.0, 1.0), (-1.0, 0.0, 1.0)],
)
def test_relative_gap(score: float, bound: float, gap: float):
    assert relative_gap(score, bound) == pytest.approx(gap)
    assert plan(BASE, score=score, bound=bound).gap == pytest.approx(gap)


def test_no_bound_no_gap():
    assert plan(BASE, bound=None).gap is None


def test_visits_and_people():
    twice = plan(BASE, PLAN, PLAN)
    assert list(twice.visits()) == [(PLAN, PLAN.stops[0])] * 2
    assert PLAN.people == 20


def test_bounds_of_fields():
    with pytest.raises(InvalidDocument):
        replace(PLAN, depart=-1)
    with pytest.raises(InvalidDocument):
        replace(PLAN.stops[0], people=-1)
    with pytest.raises(InvalidDocument):
        Unserved("R1", "…", 0)
