"""Promises alone are searched for again and again, and what is found becomes a plan of the week."""

from collections.abc import Callable
from time import monotonic

import pytest

from optimizer.check import check
from optimizer.columns.column import Sequence
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.search import promising
from optimizer.search.advice import Advice
from optimizer.search.allowance import Allowance
from optimizer.search.bettering import Bettering
from optimizer.search.generation import Generation
from optimizer.search.improve import Course
from optimizer.search.incumbent import Incumbent
from optimizer.search.promises import promised_week
from optimizer.search.promising import Both, patiently, search_promises
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

PROBLEM = week("M", 7)


@pytest.fixture(scope="module")
def compiled() -> Week:
    return compile_week(PROBLEM)


def greedy(compiled: Week) -> Incumbent:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    return incumbent


def test_more_promises_are_kept_than_greedily(compiled: Week) -> None:
    incumbent = greedy(compiled)
    before = incumbent.misses()
    assert before > 2
    search_promises(compiled, incumbent, Allowance(monotonic(), 90.0, 1), 1)
    assert incumbent.misses() < before
    plan = incumbent.finished(0.0)
    assert plan is not None and not check(PROBLEM, plan)


@pytest.mark.parametrize(("promises", "turned"), [(True, 1), (False, 0)])
def test_only_where_some_are_missed(
    compiled: Week, promises: bool, turned: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent = greedy(compiled)
    turns: list[int] = []
    monkeypatch.setattr(promising, "patiently", lambda *_: turns.append(0))
    if not promises:
        monkeypatch.setattr(incumbent, "misses", lambda: 0)
    search_promises(compiled, incumbent, Allowance(monotonic(), 40.0, 1), 1)
    assert len(turns) == turned


@pytest.mark.parametrize(
    ("at", "searches"), [([3, 3], 1), ([3, 2, 2], 2), ([2, 1, 0], 2), ([0], 0)]
)
def test_one_search_after_the_other_until_one_keeps_no_more(
    compiled: Week, at: list[int], searches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent = Incumbent(compiled)
    allowance = Allowance(monotonic(), 600.0, 1)
    bettering = Bettering(compiled, incumbent, allowance, 1, Advice)
    done: list[int] = []
    monkeypatch.setattr(incumbent, "misses", lambda: at[len(done)])
    monkeypatch.setattr(bettering, "recreate", lambda *_: done.append(0))
    patiently(bettering, incumbent, allowance, lambda: True)
    assert len(done) == searches


def test_no_search_begins_once_it_is_not_asked_for(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent = greedy(compiled)
    allowance = Allowance(monotonic(), 600.0, 1)
    bettering = Bettering(compiled, incumbent, allowance, 1, Advice)
    monkeypatch.setattr(bettering, "recreate", lambda *_: pytest.fail("searched"))
    patiently(bettering, incumbent, allowance, lambda: False)


def test_the_plan_that_misses_more_hears_of_the_other(compiled: Week) -> None:
    part = promised_week(compiled)
    assert part is not None
    whole, alone = greedy(compiled), greedy(part.rest)
    fewer = Incumbent(part.rest)
    fewer.offer(alone.manned)
    bettering = Bettering(part.rest, fewer, Allowance(monotonic(), 90.0, 1), 1, Advice)
    patiently(bettering, fewer, Allowance(monotonic(), 90.0, 1), lambda: True)
    assert fewer.misses() < min(whole.misses(), alone.misses())
    Both(part, whole, fewer).lacking()
    assert whole.misses() == fewer.misses()
    both = Both(part, whole, alone)
    assert both.lacking() == (fewer.misses() > 0)
    assert alone.misses() == fewer.misses()


def test_nothing_is_lacking_once_one_misses_none(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = promised_week(compiled)
    assert part is not None
    whole, alone = greedy(compiled), greedy(part.rest)
    assert Both(part, whole, alone).lacking()
    monkeypatch.setattr(alone, "misses", lambda: 0)
    assert not Both(part, whole, alone).lacking()


def test_what_the_plan_did_for_others_is_filled_in_again(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, whole = promised_week(compiled), greedy(compiled)
    assert part is not None
    before = {column.sequence for column, _ in whole.manned}
    alone = greedy(part.rest)
    patiently(
        Bettering(part.rest, alone, Allowance(monotonic(), 90.0, 1), 1, Advice),
        alone,
        Allowance(monotonic(), 90.0, 1),
        lambda: True,
    )
    allowance = Allowance(monotonic(), 60.0, 1)
    course = Course(compiled, whole, allowance, 1)

    def level_one(
        own: Course, generation: Generation, lacking: Callable[[], bool], _: bool
    ) -> None:
        generation.run(lambda: False, lambda bound: None)
        own._incumbent.offer(alone.manned)
        lacking()

    monkeypatch.setattr(Course, "_level_one", level_one)
    given: list[set[Sequence]] = []
    monkeypatch.setattr(
        course._choosing, "choose", lambda sequences, effort: given.append(set(sequences))
    )
    generation = Generation(compiled, Pricer(compiled, map), 0)
    course._promises_alone(part, generation, searched=True)
    assert whole.misses() == alone.misses()
    assert before <= given[0] and {column.sequence for column, _ in whole.manned} <= given[0]
