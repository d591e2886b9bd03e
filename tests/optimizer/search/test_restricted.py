"""Plans over the duties that branching liked: not before there is a choice, nor twice the same."""

from time import monotonic

import pytest

from optimizer.check import check
from optimizer.columns.column import Column
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.search import restricted as module
from optimizer.search.allowance import Allowance
from optimizer.search.branching import Branching
from optimizer.search.choosing import Choosing
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.incumbent import Incumbent
from optimizer.search.restricted import FEW, GROWTH, SHRINKAGE, Restricted
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

PROBLEM = week("S", 2)


@pytest.fixture(scope="module")
def compiled() -> Week:
    return compile_week(PROBLEM)


@pytest.fixture(scope="module")
def branched(compiled: Week) -> Generation:
    """Branched on a little, with as many misses as the first plan has."""
    incumbent = incumbent_of(compiled)
    generation = Generation(compiled, Pricer(compiled, map), incumbent.misses())
    generation.master.add(greedy_columns(compiled))
    generation.run(lambda: True, lambda bound: None)
    looks = iter(range(12))
    branching = Branching(generation, lambda: True)
    branching.run(lambda: -1e9, lambda: next(looks, None) is not None)
    return generation


def incumbent_of(compiled: Week) -> Incumbent:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    return incumbent


def restricted(
    compiled: Week, incumbent: Incumbent, ranked: list[Column], kind: type[Choosing] = Choosing
) -> Restricted:
    allowance = Allowance(monotonic(), 60.0, 1)
    return Restricted(incumbent, allowance, kind(compiled, incumbent, allowance), lambda: ranked)


def test_those_used_most_come_first_and_none_before_branching(
    compiled: Week, branched: Generation
) -> None:
    ranked = branched.ranked()
    assert len(ranked) == len(set(ranked)) > 20
    assert branched.advice().ranked[:20] == tuple(ranked[:20])
    fresh = Generation(compiled, Pricer(compiled, map), 0)
    fresh.master.add(greedy_columns(compiled))
    fresh.run(lambda: True, lambda bound: None)
    assert fresh.used() and not fresh.ranked()


def test_uses_are_forgotten_where_other_plans_are_looked_for(compiled: Week) -> None:
    generation = Generation(compiled, Pricer(compiled, map), 0)
    generation.master.add(greedy_columns(compiled))
    generation.held({}, -1e9, lambda: True)
    assert generation.ranked()
    generation.allow(1)
    assert not generation.ranked()


def test_there_must_be_a_choice_of_duties(
    compiled: Week, branched: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent, ranked = incumbent_of(compiled), branched.ranked()
    half = len(ranked) // 2 - len(incumbent.manned)
    monkeypatch.setattr(module, "FEW", half)
    assert restricted(compiled, incumbent, ranked).ready()
    monkeypatch.setattr(module, "FEW", half + 1)
    assert not restricted(compiled, incumbent, ranked).ready()
    assert not restricted(compiled, incumbent, []).ready()


def test_a_better_plan_comes_out_and_the_same_duties_are_not_tried_again(
    compiled: Week, branched: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 10)
    monkeypatch.setattr(module, "CHOICE", 1)
    monkeypatch.setattr(module, "GROWTH", 1.0)
    incumbent, ranked = incumbent_of(compiled), branched.ranked()
    before = incumbent.worth
    few = restricted(compiled, incumbent, ranked)
    assert few.ready()
    few.choose()
    assert before is not None and incumbent.worth is not None
    assert incumbent.worth.better_than(before)
    plan = incumbent.finished(0.0)
    assert plan is not None and not check(PROBLEM, plan)
    assert not few.ready()
    ranked.insert(0, next(c for c in greedy_columns(compiled) if c not in ranked[:40]))
    assert few.ready()


@pytest.mark.parametrize(("bound", "factor"), [(0.0, GROWTH), (1e9, SHRINKAGE)])
def test_more_duties_after_an_end_fewer_after_none(
    compiled: Week, bound: float, factor: float
) -> None:
    asked: list[int] = []

    class Counting(Choosing):
        def whole(self, columns, misses, effort, manner):  # type: ignore[no-untyped-def]
            asked.append(len(list(columns)))
            return bound

    incumbent = incumbent_of(compiled)
    ranked = greedy_columns(compiled) * 100
    few = restricted(compiled, incumbent, ranked, Counting)
    few.choose()
    few.choose()
    first = FEW + len(incumbent.manned)
    assert asked == [first, round(factor * first)]
