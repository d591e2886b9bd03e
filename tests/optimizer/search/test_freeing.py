"""Duties are freed that are in the plan, as many as asked for, near and on possible dates."""

from random import Random

import pytest

from optimizer.columns.week import compile_week
from optimizer.search.freeing import Freeing, without
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

WEEK = compile_week(week("M", 4))
PLAN = first_plan(WEEK)


@pytest.mark.parametrize("size", [1, 6, 1000])
def test_as_many_as_asked_for_are_freed_on_dates_of_the_request(size: int) -> None:
    freeing = Freeing(WEEK, Random(1))
    for request in WEEK.must_serve:
        possible = [one for one in PLAN if one[1].duty_class.date in dates(request)]
        freed = freeing.around(request, PLAN, size)
        assert len(freed) == min(size, len(possible))
        assert all(one in possible for one in freed)


def dates(request: int) -> set[object]:
    return set(WEEK.problem.requests[request].windows)


def test_others_stay() -> None:
    freeing = Freeing(WEEK, Random(2))
    for _ in range(30):
        freed = freeing.some(PLAN, 5.0)
        assert 0 < len(freed) <= 7
        assert sorted(map(id, [*freed, *without(PLAN, freed)])) == sorted(map(id, PLAN))


def test_near_duties_come_first() -> None:
    """Those of the same place are taken whatever chance says."""
    freeing = Freeing(WEEK, Random(3))
    for column, slot in PLAN:
        request = WEEK.requests_of(column.sequence)[0]
        assert any(
            request in WEEK.requests_of(other.sequence)
            for other, _ in freeing.around(request, [*PLAN, (column, slot)], 3.0)
        )
