"""The bound of column generation is never below a plan, and complete lists keep it so."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from optimizer.columns import pricing
from optimizer.columns.pricing import Pricer, Search
from optimizer.columns.week import compile_week
from optimizer.plan import Duty, Stop
from optimizer.problem import Problem
from optimizer.search import generation as module
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.pool import Pools
from optimizer.search.value import week_worth
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

SOLVABLE = [
    seed for seed in range(16) if best_by_missed(tiny(seed)) and compile_week(tiny(seed)).classes
]


@pytest.mark.parametrize("many", [1, pricing.MANY])
@pytest.mark.parametrize("seed", SOLVABLE)
def test_bound_with_cuts_is_above_the_optimum_and_lists_are_complete(
    seed: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pricing, "MANY", many)
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


def stops_for_nobody(seed: int) -> Problem:
    """Dates told before are worth keeping even without a person to serve."""
    draw, problem = Random(seed), tiny(seed, requests=2, days=3)
    asked = tuple(
        replace(
            request,
            people=draw.randint(3, 9),
            min_people=0,
            minutes_per_person=Decimal(draw.choice([6, 12, 20])),
            fixed_minutes=None,
            max_duties_per_day=draw.choice([1, 2]),
            must_serve=draw.random() < 0.4,
        )
        for request in problem.requests
    )
    told = [
        Duty(
            day.date,
            "T0",
            "V0",
            ("K0",),
            tuple(Stop(r.id, 420, 420, 450, 1) for r in asked),
            420,
            600,
            1.0,
        )
        for day in problem.days
    ]
    costs = replace(problem.objective, cost_per_change=draw.choice([1.5, 3.0, 6.0]))
    return replace(problem, requests=asked, pins=(), previous=tuple(told), objective=costs)


@pytest.mark.parametrize("seed", [253, 691, 1643, *range(12)])
def test_stops_for_nobody_do_not_break_a_cut(seed: int) -> None:
    problem = stops_for_nobody(seed)
    compiled, best = compile_week(problem), best_by_missed(problem)
    if not compiled.classes:
        return
    missed = min(best)
    generation = Generation(compiled, Pricer(compiled, map), missed)
    answer = generation.run(lambda: True, lambda bound: None)
    generation.close(answer, lambda: True, lambda bound: None)
    assert generation.proof is not None
    assert generation.proof.bound >= best[missed].score - 1e-6


def test_no_cut_is_added_twice() -> None:
    compiled = compile_week(week("S", 2))
    generation = Generation(compiled, Pricer(compiled, map), 0)
    answer = generation.run(lambda: True, lambda bound: None)
    bounds = [generation.proof.bound] if generation.proof else []
    answer = generation.close(answer, lambda: True, bounds.append)
    keys = [cut.key for cut in generation.master.cuts]
    assert keys and len(keys) == len(set(keys))
    assert bounds == sorted(bounds, reverse=True)


@pytest.mark.parametrize("rounds", [0, 1, 2])
def test_cuts_end_when_told_and_prices_go_on(rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_week(week("S", 2))
    generation = Generation(compiled, Pricer(compiled, map), 0)
    answer = generation.run(lambda: True, lambda bound: None)
    cut, added = generation.cut, []
    monkeypatch.setattr(generation, "cut", lambda answer: added.append(cut(answer)) or added[-1])
    asked = iter(range(rounds))
    answer = generation.close(
        answer, lambda: True, lambda bound: None, cutting=lambda: next(asked, None) is not None
    )
    assert len(added) == rounds and all(added)
    assert generation.proof is not None
    assert generation.proof.bound == pytest.approx(answer.value, rel=1e-5)


def test_what_the_last_masters_used_comes_latest_first() -> None:
    compiled = compile_week(week("S", 2))
    generation = Generation(compiled, Pricer(compiled, map), 0)
    assert generation.likings.used() == []
    answer = generation.run(lambda: True, lambda bound: None)
    assert generation.likings.used(1) == list(answer.share)
    before = generation.likings.used(4)
    assert len(before) > len(answer.share)
    generation.cut(answer)
    answer = generation.run(lambda: False, lambda bound: None)
    assert generation.likings.used(1) == list(answer.share)
    assert set(before) <= set(generation.likings.used(6))
    assert len(generation.likings.used()) == len(set(generation.likings.used()))


def test_a_plan_it_begins_with_can_be_chosen() -> None:
    problem = week("S", 2)
    compiled = compile_week(problem)
    manned = first_plan(compiled)
    plan = week_worth(compiled, [column for column, _ in manned])
    generation = Generation(compiled, Pricer(compiled, map), plan.must_serve_missed)
    generation.begin(manned)
    assert generation.master.solve().value >= plan.score - 1e-6
    assert set(generation.master.columns) == {column for column, _ in manned}


@pytest.mark.parametrize(
    ("name", "value"),
    [("HASTY", Search(effort=1)), ("HASTY", Search(effort=1, nodes=1)), ("BATCH", 1)],
)
@pytest.mark.parametrize("seed", SOLVABLE)
def test_neither_haste_nor_few_columns_at_once_change_where_it_ends(
    seed: int, name: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled, best = compile_week(tiny(seed)), best_by_missed(tiny(seed))

    def bounds() -> list[float]:
        generation, told = Generation(compiled, Pricer(compiled, map), min(best)), list[float]()
        generation.run(lambda: True, told.append)
        return told

    expected = bounds()
    monkeypatch.setattr(pricing, "MANY", 1)
    monkeypatch.setattr(module, name, value)
    found = bounds()
    assert found[-1] == pytest.approx(expected[-1], rel=1e-5)
    assert min(found) >= best[min(best)].score - 1e-6
