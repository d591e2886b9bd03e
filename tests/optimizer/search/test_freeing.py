"""Duties are freed that are in the plan, as many as asked for, near and on possible dates."""

from collections.abc import Sequence
from random import Random

import pytest

from optimizer.columns.week import compile_week
from optimizer.master.manning import Manned
from optimizer.search.freeing import Freeing, without
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

WEEK = compile_week(week("M", 4))


@pytest.fixture(scope="module")
def plan() -> Sequence[Manned]:
    found = first_plan(WEEK)
    assert len(found) > 10
    return found


@pytest.mark.parametrize("size", [1, 6, 1000])
def test_as_many_as_asked_for_are_freed_on_dates_of_the_request(
    plan: Sequence[Manned], size: int
) -> None:
    freeing = Freeing(WEEK, Random(1))
    for request in WEEK.must_serve:
        possible = [one for one in plan if one[1].duty_class.date in dates(request)]
        freed = freeing.around(request, plan, size)
        assert len(freed) == min(size, len(possible))
        assert all(one in possible for one in freed)


def dates(request: int) -> set[object]:
    return set(WEEK.problem.requests[request].windows)


def test_others_stay(plan: Sequence[Manned]) -> None:
    freeing = Freeing(WEEK, Random(2))
    for _ in range(30):
        freed = freeing.some(plan, 5.0)
        assert 0 < len(freed) <= 7
        assert sorted(map(id, [*freed, *without(plan, freed)])) == sorted(map(id, plan))


def test_near_duties_come_first(plan: Sequence[Manned]) -> None:
    """Those of the same place are taken whatever chance says."""
    freeing = Freeing(WEEK, Random(3))
    for column, slot in plan:
        request = WEEK.requests_of(column.sequence)[0]
        assert any(
            request in WEEK.requests_of(other.sequence)
            for other, _ in freeing.around(request, [*plan, (column, slot)], 3.0)
        )
