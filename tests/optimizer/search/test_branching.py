"""Branching never bounds below a plan, ends, and ends lower than it began."""

import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.master.limits import MISS, STOPS, Limits, Quantity
from optimizer.search.branching import Branching
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_level_one import promises_alone
from tests.optimizer.weeks import week

WEEK = week("S", 2)
SOLVABLE = [
    seed for seed in range(24) if best_by_missed(tiny(seed)) and compile_week(tiny(seed)).classes
]


def always() -> bool:
    return True


def generated(compiled: Week, misses: int) -> Generation:
    generation = Generation(compiled, Pricer(compiled, map), misses)
    generation.master.add(greedy_columns(compiled))
    generation.run(lambda: True, lambda bound: None)
    return generation


@pytest.mark.parametrize("seed", SOLVABLE)
def test_the_bound_is_never_below_the_best_plan(seed: int) -> None:
    compiled, best = compile_week(tiny(seed)), best_by_missed(tiny(seed))
    missed = min(best)
    generation = generated(compiled, missed)
    assert generation.proof is not None
    root, looks = generation.proof.bound, iter(range(12))
    branching = Branching(generation, always)
    branching.run(lambda: -1e9, lambda: next(looks, None) is not None)
    assert best[missed].score - 1e-6 <= branching.bound <= root + 1e-6


def test_it_ends_at_the_score_of_the_best_plan_or_above() -> None:
    ended = 0
    for seed in SOLVABLE:
        best = best_by_missed(tiny(seed))
        missed = min(best)
        generation = generated(compile_week(tiny(seed)), missed)
        branching, looks = Branching(generation, always), iter(range(40))
        least = best[missed].score
        branching.run(lambda least=least: least, lambda looks=looks: next(looks, None) is not None)
        ended += branching.bound <= least + 1e-4
    assert ended > len(SOLVABLE) / 2


@pytest.fixture(scope="module")
def promised() -> Generation:
    return generated(compile_week(WEEK), 0)


def test_branching_lowers_the_bound_and_lets_the_master_go(promised: Generation) -> None:
    assert promised.proof is not None
    root, free = promised.proof.bound, promised.master.solve().value
    branching, looks = Branching(promised, always), iter(range(20))
    branching.run(lambda: 0.0, lambda: next(looks, None) is not None)
    assert branching.bound < root - 0.5
    assert promised.master.solve().value >= free - 1e-6


@pytest.mark.parametrize("side", ["below", "above"])
@pytest.mark.parametrize("day", [0, STOPS, MISS])
def test_what_is_held_stays_within_limits_and_the_bound_is_tight(
    promised: Generation, day: int, side: str
) -> None:
    free = promised.quantities(promised.master.solve())
    request = next(q.request for q, x in sorted(free.items()) if q.day == day or day == MISS)
    if day == MISS:
        request = compile_week(WEEK).must_serve[0]
    held = Quantity(request, day)
    whole = int(free[held]) if side == "below" else int(free[held]) + 1
    limits: Limits = {held: (0, whole) if side == "below" else (whole, max(whole, 1))}
    answer, bound = promised.held(limits, -1e9, always)
    found = promised.quantities(answer)[held]
    assert limits[held][0] - 1e-6 <= found <= limits[held][1] + 1e-6
    assert bound == pytest.approx(answer.value, rel=1e-3)
    promised.master.hold({})


def test_limits_that_no_plan_keeps_are_dear_not_impossible(promised: Generation) -> None:
    week = compile_week(WEEK)
    request = week.must_serve[0]
    free = promised.master.solve().value
    limits: Limits = {Quantity(request, MISS): (0, 0), Quantity(request, STOPS): (0, 0)}
    answer, bound = promised.held(limits, -1e9, always)
    assert answer.value < free - 0.9 * week.dear
    assert bound < free - 0.9 * week.dear
    promised.master.hold({})
    assert promised.master.solve().value == pytest.approx(free, rel=1e-6)


def test_holding_a_miss_at_none_counts_where_none_is_allowed() -> None:
    """M 6 must miss some: holding one of them costs more than another miss in its place."""
    alone = promises_alone(6)
    generation = generated(alone, 0)
    answer = generation.master.solve()
    request, share = max(answer.missed.items(), key=lambda one: one[1])
    assert share > 0.05
    held, _ = generation.held({Quantity(request, MISS): (0, 0)}, -1e12, always)
    assert held.value < answer.value - 1e-3 * alone.dear
