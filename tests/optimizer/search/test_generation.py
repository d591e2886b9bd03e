"""The bound of column generation is never below a plan, and complete lists keep it so."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import compile_week
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.pool import Pools
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.weeks import week

SOLVABLE = [
    seed for seed in range(16) if best_by_missed(tiny(seed)) and compile_week(tiny(seed)).classes
]


@pytest.mark.parametrize("seed", SOLVABLE)
def test_bound_with_cuts_is_above_the_optimum_and_lists_are_complete(seed: int) -> None:
    problem = tiny(seed)
    best = best_by_missed(problem)
    compiled = compile_week(problem)
    missed = min(best)
    with ThreadPoolExecutor(1) as threads:
        pricer = Pricer(compiled, threads.map)
        generation = Generation(compiled, pricer, missed)
        generation.master.add(greedy_columns(compiled))
        bounds: list[float] = []
        answer = generation.run(lambda: True, bounds.append)
        while generation.cut(answer):
            answer = generation.run(lambda: True, bounds.append)
        assert min(bounds) >= best[missed].score - 1e-6
        assert generation.proof is not None
        pools = Pools(compiled, pricer, generation.rostering, generation.proof)
        pool = pools.points(min(bounds) - best[missed].score + 1e-6, 10**5)
    listed = {
        (compiled.classes[c.sequence.duty_class].date, compiled.requests_of(c.sequence), c.people)
        for c in pool.columns
    }
    names = [request.id for request in problem.requests]
    for duty in best[missed].duties:
        visited = tuple(names.index(stop.request) for stop in duty.stops)
        assert (duty.date, visited, tuple(stop.people for stop in duty.stops)) in listed


def test_no_cut_is_added_twice() -> None:
    compiled = compile_week(week("S", 2))
    generation = Generation(compiled, Pricer(compiled, map), 0)
    answer = generation.run(lambda: True, lambda bound: None)
    bounds = [generation.proof.bound] if generation.proof else []
    answer = generation.close(answer, lambda: True, bounds.append)
    keys = [cut.key for cut in generation.master.cuts]
    assert keys and len(keys) == len(set(keys))
    assert bounds == sorted(bounds, reverse=True)
