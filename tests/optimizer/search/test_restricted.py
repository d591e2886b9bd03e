"""Plans over the duties that masters used most: not before there is a choice, more by and by."""

from collections import Counter
from dataclasses import replace
from itertools import count
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
from optimizer.search.restricted import (
    CHOICE,
    GROWTH,
    LEAP,
    MOST,
    QUICKLY,
    SHRINKAGE,
    Restricted,
)
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

PROBLEM = week("S", 2)
SECONDS = 60.0


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
    compiled: Week,
    incumbent: Incumbent,
    ranked: list[Column],
    kind: type[Choosing] = Choosing,
    seed: int = 1,
) -> Restricted:
    allowance = Allowance(monotonic(), SECONDS, 1)
    choosing = kind(compiled, incumbent, allowance)
    return Restricted(incumbent, allowance, choosing, lambda: ranked, seed)


def test_those_used_most_come_first(branched: Generation) -> None:
    ranked = branched.likings.ranked()
    assert len(ranked) == len(set(ranked)) > 20
    assert branched.likings.advice().ranked[:20] == tuple(ranked[:20])
    assert branched.at_hand()[: len(ranked)] == ranked
    assert set(branched.at_hand()) == {*branched.master.columns}


def test_before_branching_the_last_masters_rank_and_soon_nodes_count_for_more(
    compiled: Week,
) -> None:
    fresh = Generation(compiled, Pricer(compiled, map), 0)
    fresh.master.add(greedy_columns(compiled))
    assert not fresh.likings.ranked()
    answer = fresh.run(lambda: True, lambda bound: None)
    ranked = fresh.likings.ranked()
    shares = [answer.share[column] for column in ranked]
    assert shares == pytest.approx(sorted(answer.share.values(), reverse=True))
    less = min(answer.share, key=lambda column: answer.share[column])
    later = replace(answer, share={less: 0.5})
    told = fresh.likings._free, dict(fresh.likings._free)
    fresh.likings.rank(later)
    assert told[0] == told[1]  # another thread may be reading it
    assert fresh.likings.ranked()[-1] != less and set(fresh.likings.ranked()) == set(ranked)
    fresh.likings.rank(replace(answer, share={ranked[-1]: 1.0}), held=True)
    assert fresh.likings.ranked()[0] == ranked[-1]


def test_uses_are_forgotten_where_other_plans_are_looked_for(compiled: Week) -> None:
    generation = Generation(compiled, Pricer(compiled, map), 0)
    generation.master.add(greedy_columns(compiled))
    generation.held({}, -1e9, lambda: True)
    assert generation.likings.ranked()
    generation.allow(1)
    assert not generation.likings.ranked()


def test_there_must_be_a_choice_of_duties(
    compiled: Week, branched: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent, ranked = incumbent_of(compiled), branched.likings.ranked()
    most = int(len(ranked) / CHOICE) - len(incumbent.manned)
    monkeypatch.setattr(module, "FEW", most)
    assert restricted(compiled, incumbent, ranked).ready()
    monkeypatch.setattr(module, "FEW", most + 1)
    assert not restricted(compiled, incumbent, ranked).ready()
    assert not restricted(compiled, incumbent, []).ready()


def test_a_better_plan_comes_out(
    compiled: Week, branched: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 10)
    monkeypatch.setattr(module, "CHOICE", 1)
    incumbent, ranked = incumbent_of(compiled), branched.likings.ranked()
    before = incumbent.worth
    few = restricted(compiled, incumbent, ranked)
    assert few.ready()
    few.choose()
    assert before is not None and incumbent.worth is not None
    assert incumbent.worth.better_than(before)
    plan = incumbent.finished(0.0)
    assert plan is not None and not check(PROBLEM, plan)


class Noting(Choosing):
    """Notes the columns of every program instead of solving it."""

    bound = 0.0

    def __init__(self, week: Week, incumbent: Incumbent, allowance: Allowance) -> None:
        super().__init__(week, incumbent, allowance)
        self.asked: list[list[Column]] = []

    def whole(self, columns, misses, effort, manner):  # type: ignore[no-untyped-def]
        self.asked.append(list(columns))
        return self.bound


@pytest.mark.parametrize(
    ("bound", "share", "factor"),
    [(0.0, 1.1 * QUICKLY, GROWTH), (0.0, 0.9 * QUICKLY, LEAP), (1e9, 1.0, SHRINKAGE)],
)
def test_more_duties_after_an_end_fewer_after_none(
    compiled: Week,
    branched: Generation,
    bound: float,
    share: float,
    factor: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "FEW", 10)
    monkeypatch.setattr(Noting, "bound", bound)
    clock = count(0.0, share * MOST * SECONDS)
    monkeypatch.setattr(module, "monotonic", lambda: next(clock))
    incumbent = incumbent_of(compiled)
    few, noting = restricted_and_noting(compiled, incumbent, branched.likings.ranked())
    few.choose()
    few.choose()
    first = 10 + len(incumbent.manned)
    assert [len(columns) for columns in noting.asked] == [first, round(factor * first)]
    assert few.stuck == (factor < 1.0)


def test_as_many_as_are_ranked_once_and_then_more_must_be(
    compiled: Week, branched: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent, ranked = incumbent_of(compiled), branched.likings.ranked()
    most = int(len(ranked) / CHOICE)
    monkeypatch.setattr(module, "FEW", round(0.7 * most) - len(incumbent.manned))
    monkeypatch.setattr(module, "LEAP", 2.0)
    few, noting = restricted_and_noting(compiled, incumbent, ranked)
    few.choose()
    assert few.ready()
    few.choose()
    assert [len(columns) for columns in noting.asked] == [round(0.7 * most), most]
    assert not few.ready()
    ranked *= 2
    assert few.ready()


def test_few_duties_again_where_other_promises_are_missed(
    compiled: Week, branched: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 10)
    incumbent = incumbent_of(compiled)
    few, noting = restricted_and_noting(compiled, incumbent, branched.likings.ranked())
    for misses in (0, 0, 1):
        monkeypatch.setattr(incumbent, "misses", lambda misses=misses: misses)
        few.ready()
        few.choose()
    first, second, third = map(len, noting.asked)
    assert first == third < second


def test_no_two_programs_are_the_same_but_the_first_come_mostly(
    compiled: Week, branched: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 10)
    monkeypatch.setattr(module, "LEAP", 1.0)
    monkeypatch.setattr(module, "GROWTH", 1.0)
    ranked = branched.likings.ranked()
    few, noting = restricted_and_noting(compiled, incumbent_of(compiled), ranked)
    other, noting_other = restricted_and_noting(compiled, incumbent_of(compiled), ranked, seed=2)
    for _ in range(40):
        few.choose()
        other.choose()
    assert len(set(map(frozenset, noting.asked))) > 20
    assert sum(map(_unlike, noting.asked, noting_other.asked)) > 20
    chosen = Counter(column for columns in noting.asked for column in columns)
    assert chosen[ranked[0]] == 40
    assert not chosen[ranked[-1]]


def _unlike(some: list[Column], others: list[Column]) -> bool:
    return set(some) != set(others)


def restricted_and_noting(
    compiled: Week, incumbent: Incumbent, ranked: list[Column], seed: int = 1
) -> tuple[Restricted, Noting]:
    few = restricted(compiled, incumbent, ranked, Noting, seed)
    assert isinstance(few._choosing, Noting)
    return few, few._choosing
