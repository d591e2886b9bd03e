"""Neighbourhoods only ever better a plan, in the order of the two levels."""

from time import monotonic

import pytest

from optimizer.check import check
from optimizer.columns.week import compile_week
from optimizer.master.effort import Effort
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.incumbent import Incumbent
from optimizer.search.neighbourhood import Neighbourhoods
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import WEEKS, first_plan


@pytest.mark.parametrize("number", range(0, len(WEEKS), 2))
def test_every_step_betters_the_plan(number: int) -> None:
    week = WEEKS[number]
    incumbent = Incumbent(week)
    incumbent.offer(first_plan(week))
    around = Neighbourhoods(week, Allowance(monotonic(), 60.0, 1, work=1), seed=number)
    for _ in range(4):
        before = incumbent.worth
        found = around.better(incumbent.manned) if incumbent.manned else None
        if found is not None and before is not None:
            incumbent.swap(*found)
            assert incumbent.worth is not None
            assert incumbent.worth.better_than(before)


@pytest.mark.parametrize("seed", [1, 2, 4, 6])
def test_a_tiny_week_ends_at_its_optimum(seed: int) -> None:
    problem = tiny(seed)
    best = best_by_missed(problem)
    week = compile_week(problem)
    incumbent = Incumbent(week)
    incumbent.offer(first_plan(week))
    around = Neighbourhoods(week, Allowance(monotonic(), 60.0, 1, work=1), seed)
    for _ in range(12):
        found = around.better(incumbent.manned) if incumbent.manned else None
        if found is not None:
            incumbent.swap(*found)
    assert incumbent.worth is not None
    missed = min(best)
    assert incumbent.worth.must_serve_missed == missed
    assert incumbent.worth.score == pytest.approx(best[missed].score, abs=1e-6)


UNPINNED = [number for number, week in enumerate(WEEKS) if not week.problem.pins]


@pytest.mark.parametrize("number", UNPINNED)
def test_duties_that_linear_masters_liked_make_valid_plans(number: int) -> None:
    week = WEEKS[number]
    around = Neighbourhoods(week, Allowance(monotonic(), 60.0, 1, work=1), seed=number)
    for _ in range(3):
        around.better(first_plan(week))
    program = WholeMaster(week, (), len(week.must_serve), roomy=True)
    program.add(around.liked())
    duties, _ = program.solve((), Effort(5.0))
    assert around.liked()
    assert duties
    incumbent = Incumbent(week)
    incumbent.offer(duties)
    plan = incumbent.finished(0.0)
    assert plan is not None
    assert not check(week.problem, plan)


def test_swapping_duties_that_are_gone_changes_nothing() -> None:
    week = WEEKS[0]
    incumbent = Incumbent(week)
    manned = first_plan(week)
    incumbent.offer(manned)
    before = incumbent.manned
    incumbent.swap([*manned, *manned], ())
    assert incumbent.manned == before


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_a_swap_that_takes_more_crews_than_there_are_changes_nothing(number: int) -> None:
    week = WEEKS[number]
    incumbent = Incumbent(week)
    manned = first_plan(week)
    incumbent.offer(manned)
    before = incumbent.worth
    incumbent.swap((), manned * 9)
    assert incumbent.worth == before
