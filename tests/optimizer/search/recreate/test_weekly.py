"""Ruin and recreate on the weekly problem: promises, pins, crews and head-counts."""

from dataclasses import replace

import numpy as np
import pytest

from optimizer.check import check
from optimizer.columns.week import Week, compile_week
from optimizer.problem import Problem
from optimizer.score import worth
from optimizer.search.hand_out import print_duties
from optimizer.search.recreate.crews import NOBODY
from optimizer.search.recreate.recreation import Recreation
from tests.optimizer.builders import plan
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.pinned import pinned
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import first_plan

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout


def meets_all(problem: Problem) -> bool:
    """Whether there are duties to search among, and the first plan meets all pins."""
    week = compile_week(problem)
    duties = print_duties(week, first_plan(week) if week.classes else ())
    return bool(week.classes) and not check(problem, plan(problem, *duties))


SEEDS = [seed for seed in range(24) if compile_week(replace(tiny(seed), pins=())).classes]
PINNED = [seed for seed in range(20) if meets_all(pinned(seed))]


def searched(week: Week, rounds: int = 400, steps: int = 6) -> Recreation:
    search = Recreation(week, first_plan(week), 1)
    for step in range(steps):
        search.run(rounds, step / steps, 0.5 if step < steps // 2 else 0.0)
    return search


def lost(seed: int) -> float:
    """Score short of the best plan's; the plan is valid and keeps as many promises."""
    problem = replace(tiny(seed), pins=())
    week, best = compile_week(problem), best_by_missed(problem)
    duties = print_duties(week, searched(week).best())
    assert check(problem, plan(problem, *duties)) == ()
    found = worth(problem, duties)
    assert found.must_serve_missed == min(best)
    return best[min(best)].score - found.score


def test_its_plan_is_valid_and_almost_always_the_best() -> None:
    short = [lost(seed) for seed in SEEDS]
    assert min(short) > -1e-6
    assert sum(one < 1e-6 for one in short) >= 0.9 * len(short)


@pytest.mark.parametrize("seed", PINNED)
def test_stops_that_meet_a_pin_stay(seed: int) -> None:
    problem = pinned(seed)
    week = compile_week(problem)
    duties = print_duties(week, searched(week).best())
    assert check(problem, plan(problem, *duties)) == ()


@pytest.mark.parametrize("seed", range(8))
def test_vehicles_and_kits_are_neither_lost_nor_made(seed: int) -> None:
    week = compile_week(replace(tiny(seed, requests=8, teams=3, days=3), pins=()))
    search = searched(week)
    crews, now = search._field.crews, search._now
    manned = np.flatnonzero(now.kind != NOBODY)
    for duty in manned:
        crew = crews.team[duty], now.car[duty], now.taken[duty]
        assert crews.kind[crew] == now.kind[duty]
    assert (now.cars + np.bincount(now.car[manned], minlength=now.cars.size) == crews.cars).all()
    taken = np.bincount(crews.block[manned], now.taken[manned], minlength=now.kits.size)
    assert (now.kits + taken == crews.kits).all()
    assert (now.kits >= 0).all() and (now.cars >= 0).all()
