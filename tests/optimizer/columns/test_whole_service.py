"""A promise is given up before the search only if no plan at all keeps it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from optimizer.columns.week import compile_week
from optimizer.problem import Problem
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny

SEEDS = range(30)


def one_promise(seed: int, minutes: int) -> Iterator[tuple[int, Problem]]:
    """A tiny problem with slow recording, and one request after the other that must be served."""
    problem = replace(tiny(seed, requests=3, days=3), pins=(), previous=())
    for must in range(len(problem.requests)):
        requests = (
            replace(r, must_serve=n == must, minutes_per_person=Decimal(minutes))
            for n, r in enumerate(problem.requests)
        )
        yield must, replace(problem, requests=tuple(requests))


@pytest.mark.parametrize("minutes", [6, 25])
@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_keeps_a_promise_that_is_given_up_or_in_fewer_stops(
    seed: int, minutes: int
) -> None:
    for must, problem in one_promise(seed, minutes):
        week, best = compile_week(problem), best_by_missed(problem)
        if week.surely_missed:
            assert 0 not in best
        elif 0 in best:
            name = problem.requests[must].id
            stops = [s for duty in best[0].duties for s in duty.stops if s.request == name]
            assert len(stops) >= week.fewest_stops[must]


def test_some_promises_are_given_up_and_some_take_more_than_one_stop() -> None:
    weeks = [compile_week(problem) for seed in SEEDS for _, problem in one_promise(seed, 25)]
    assert sum(week.surely_missed for week in weeks) > 5
    assert sum(1 in week.fewest_stops.values() for week in weeks) > 5
    assert sum(2 in week.fewest_stops.values() for week in weeks) > 5
