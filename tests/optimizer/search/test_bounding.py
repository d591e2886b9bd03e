"""Cuts end by the clock only where it counts, and a plan comes of the columns if none is known."""

from time import monotonic
from typing import Any

import pytest

from optimizer.check import check
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.search import bounding as module
from optimizer.search.allowance import Allowance
from optimizer.search.bounding import Bounding
from optimizer.search.branching import Branching
from optimizer.search.choosing import Choosing
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.incumbent import Incumbent
from optimizer.search.proving import Proving
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

PROBLEM = week("S", 2)


@pytest.fixture(scope="module")
def compiled() -> Week:
    return compile_week(PROBLEM)


def bounding(compiled: Week, incumbent: Incumbent, work: int | None) -> tuple[Bounding, Generation]:
    allowance = Allowance(monotonic(), 30.0, 1, work)
    pricer = Pricer(compiled, map)
    generation = Generation(compiled, pricer, incumbent.misses())
    generation.master.add(greedy_columns(compiled))
    proving = Proving(compiled, incumbent, allowance, pricer, generation)
    choosing = Choosing(compiled, incumbent, allowance)
    return Bounding(incumbent, allowance, choosing, proving, generation), generation


@pytest.mark.parametrize(("work", "cuts"), [(1, True), (None, False)])
def test_where_steps_are_counted_no_clock_ends_cuts(
    compiled: Week, work: int | None, cuts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    step, generation = bounding(compiled, incumbent, work)
    monkeypatch.setattr(module, "CUTTING", 0.0)
    asked: list[bool] = []

    def close(answer: Any, go_on: Any, told: Any, cutting: Any) -> Any:
        asked.append(cutting())
        return answer

    monkeypatch.setattr(generation, "close", close)
    step._generate(incumbent.misses())
    assert asked == [cuts]


def test_without_a_plan_one_is_chosen_from_the_columns(compiled: Week) -> None:
    incumbent = Incumbent(compiled)
    step, _ = bounding(compiled, incumbent, None)
    assert incumbent.worth is None
    step._generate(incumbent.misses())
    plan = incumbent.finished(0.0)
    assert plan is not None and not check(PROBLEM, plan)


@pytest.mark.parametrize(
    ("more", "settled", "anew"), [(0, True, False), (1, True, True), (0, False, True)]
)
def test_columns_of_as_many_misses_are_gone_on_with(
    compiled: Week, more: int, settled: bool, anew: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    step, generation = bounding(compiled, incumbent, None)
    generation.allow(incumbent.misses() + more)
    generation.run(lambda: settled, lambda bound: None)
    assert generation.settled == settled
    before = generation.proof
    assert before is not None and incumbent.bound is None
    runs: list[float] = []
    run = generation.run

    def noted(*asked: Any) -> Any:
        runs.append(0.0)
        return run(*asked)

    def close(answer: Any, *_: Any) -> Any:
        assert bool(runs) == anew
        return answer

    monkeypatch.setattr(generation, "run", noted)
    monkeypatch.setattr(generation, "close", close)
    step.run(lambda: False)
    assert incumbent.bound is not None and incumbent.worth is not None
    assert incumbent.worth.score <= incumbent.bound <= before.bound + 1e-6


def test_no_turns_once_a_plan_is_proved_best(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    step, _ = bounding(compiled, incumbent, None)
    turns: list[int] = []
    monkeypatch.setattr(step, "_branch", lambda *_: turns.append(incumbent.misses()))
    assert step._by_turns(incumbent.misses(), lambda: False) and turns
    incumbent.prove(incumbent.worth.score if incumbent.worth else 0.0)
    turns.clear()
    step._by_turns(incumbent.misses(), lambda: False)
    assert incumbent.optimal() and not turns


@pytest.mark.parametrize(("work", "turns"), [(None, "bpppbppp"), (8, "bpbpbpbp")])
def test_branching_that_gains_far_less_is_left_out_for_a_while_but_where_steps_are_counted(
    compiled: Week, work: int | None, turns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    step, generation = bounding(compiled, incumbent, work)
    generation.allow(incumbent.misses())
    generation.run(lambda: True, lambda bound: None)
    incumbent.prove(1e6)
    taken: list[str] = []
    monkeypatch.setattr(step, "_branch", lambda *_: taken.append("b"))
    monkeypatch.setattr(incumbent, "printed_score", lambda: 100.0 * taken.count("p"))

    def better() -> bool:
        taken.append("p")
        return len(taken) < len(turns)

    assert step._by_turns(incumbent.misses(), better)
    assert "".join(taken) == turns


def test_a_node_that_time_cuts_off_stays_as_it_is(compiled: Week) -> None:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    _, generation = bounding(compiled, incumbent, None)
    generation.allow(incumbent.misses())
    generation.run(lambda: True, lambda bound: None)
    assert generation.proof is not None
    left = [True, True]
    branching = Branching(generation, lambda: bool(left) and left.pop())
    branching.run(lambda: 0.0, lambda: True)
    assert branching.bound == generation.proof.bound
    assert not branching.ended and len(branching._open) == 1
