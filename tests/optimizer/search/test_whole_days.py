"""Whole days only ever better a plan; each choice of days is tried once in a plan."""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic
from typing import Any

import pytest

from optimizer.columns.week import Week, compile_week
from optimizer.master.effort import Unsolved
from optimizer.master.manning import Manned
from optimizer.search import whole_days as module
from optimizer.search.allowance import Allowance
from optimizer.search.incumbent import Incumbent
from optimizer.search.reopened import Reopened
from optimizer.search.value import missed_requests
from optimizer.search.whole_days import WholeDays
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import WEEKS, first_plan
from tests.optimizer.weeks import week


def always() -> bool:
    return True


def days_of(compiled: Week, seed: int = 1) -> WholeDays:
    return WholeDays(compiled, Allowance(monotonic(), 60.0, 1), seed)


@pytest.fixture(scope="module")
def compiled() -> Week:
    return compile_week(week("S", 3))


def to_the_end(compiled: Week, incumbent: Incumbent, days: WholeDays) -> None:
    while days.ready(incumbent.manned):
        before = incumbent.worth
        found = days.better(incumbent.manned, always)
        if found is not None:
            incumbent.swap(*found)
            assert before is not None and incumbent.worth is not None
            assert incumbent.worth.better_than(before)


@pytest.mark.parametrize("number", range(1, len(WEEKS), 2))
def test_every_step_betters_the_plan_and_there_is_a_last_one(number: int) -> None:
    compiled = WEEKS[number]
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    to_the_end(compiled, incumbent, days_of(compiled, number))


def test_most_promises_are_kept_of_a_plan_that_keeps_none(compiled: Week) -> None:
    incumbent = Incumbent(compiled)
    must = set(compiled.must_serve)
    poor = tuple(
        (column, slot)
        for column, slot in first_plan(compiled)
        if must.isdisjoint(compiled.requests_of(column.sequence))
    )
    incumbent.offer(poor)
    assert incumbent.misses() == len(must) > 0
    to_the_end(compiled, incumbent, days_of(compiled))
    assert incumbent.misses() == 0


@pytest.mark.parametrize("seed", [1, 2, 4, 6])
def test_what_comes_out_is_never_above_the_optimum(seed: int) -> None:
    problem = tiny(seed)
    best = best_by_missed(problem)
    compiled = compile_week(problem)
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    to_the_end(compiled, incumbent, days_of(compiled, seed))
    assert incumbent.worth is not None
    missed = incumbent.worth.must_serve_missed
    assert missed >= min(best)
    assert missed > min(best) or incumbent.worth.score <= best[missed].score + 1e-6


def choices(
    days: WholeDays, manned: Sequence[Manned], number: int, monkeypatch: pytest.MonkeyPatch
) -> list[int]:
    """How many days are freed each time while nothing better is found."""
    freed: list[int] = []

    def better(reopened: Reopened, *_: Any) -> None:
        freed.append(len(reopened._week.problem.days))

    monkeypatch.setattr(Reopened, "better", better)
    for _ in range(number):
        assert days.ready(manned)
        assert days.better(manned, always) is None
    return freed


def test_few_days_come_first_then_more_but_never_all(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DUTIES", 1)
    days, plan = days_of(compiled), first_plan(compiled)
    assert len(compiled.problem.days) == 5
    assert choices(days, plan, 25, monkeypatch) == [2] * 10 + [3] * 10 + [4] * 5
    assert not days.ready(plan)
    assert days.ready(plan[1:])


def test_a_plan_of_few_duties_has_more_days_freed(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = first_plan(compiled)
    monkeypatch.setattr(module, "DUTIES", round(0.6 * len(plan)))
    assert choices(days_of(compiled), plan, 1, monkeypatch) == [3]
    monkeypatch.setattr(module, "DUTIES", 10 * len(plan))
    assert choices(days_of(compiled), plan, 1, monkeypatch) == [4]


def test_in_another_plan_those_come_first_that_were_not_freed_for_longest(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DUTIES", 1)
    days, plan = days_of(compiled), first_plan(compiled)
    choices(days, plan, 4, monkeypatch)
    first = set(days._turns)
    choices(days, plan[1:], 6, monkeypatch)
    assert len(days._turns) == 10 and len(first) == 4


def test_a_week_of_two_days_has_none_to_free(compiled: Week) -> None:
    problem = compiled.problem
    short = compile_week(replace(problem, days=problem.days[:2], pins=(), previous=()))
    assert not days_of(short).ready(first_plan(short))


def test_choices_of_a_long_time_are_not_listed(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DUTIES", 1)
    monkeypatch.setattr(module, "CHOICES", 9)
    assert not days_of(compiled).ready(first_plan(compiled))
    monkeypatch.setattr(module, "CHOICES", 10)
    assert days_of(compiled).ready(first_plan(compiled))


def test_days_on_which_nobody_works_are_passed_over(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DUTIES", 1)
    free = {day.date for day in compiled.problem.days[:3]}
    teams = tuple(
        replace(team, shifts={d: s for d, s in team.shifts.items() if d not in free})
        for team in compiled.problem.teams
    )
    idle = compile_week(replace(compiled.problem, teams=teams, pins=(), previous=()))
    incumbent = Incumbent(idle)
    incumbent.offer(first_plan(idle)[1:])
    before = incumbent.worth
    to_the_end(idle, incumbent, days_of(idle))
    assert before is not None and incumbent.worth is not None
    assert incumbent.worth.better_than(before)


def test_solvers_that_give_up_find_nothing(compiled: Week, monkeypatch: pytest.MonkeyPatch) -> None:
    def better(*_: Any) -> None:
        raise Unsolved

    monkeypatch.setattr(Reopened, "better", better)
    assert days_of(compiled).better(first_plan(compiled), always) is None


def test_nothing_is_chosen_when_it_is_of_no_use_any_more(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reopened, "_chosen", lambda *_: pytest.fail("chosen"))
    poor = first_plan(compiled)[:2]
    assert days_of(compiled).better(poor, lambda: False) is None


@pytest.mark.parametrize(("spent", "more"), [(1.0, -1), (0.5, 0), (0.1, 1), (0.0, 0)])
def test_programs_grow_where_they_are_quick_and_shrink_where_they_do_not_end(
    compiled: Week, spent: float, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def better(reopened: Reopened, *_: Any) -> None:
        reopened.spent = spent

    monkeypatch.setattr(module, "DUTIES", 1)
    monkeypatch.setattr(Reopened, "better", better)
    days, plan = days_of(compiled), first_plan(compiled)
    before = days._care().favourites
    days.better(plan, always)
    after = days._care().favourites
    assert (after > before) - (after < before) == more
    for _ in range(9):
        days.better(plan, always)
    assert module.LEAST <= days._care().favourites <= module.MOST


def test_fewer_misses_are_looked_for_seldom_where_there_are_none(
    compiled: Week, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def better(reopened: Reopened, _: Any, __: Any, allowed: int, *___: Any) -> None:
        if reopened.missed:
            asked.append(allowed < reopened.missed)

    monkeypatch.setattr(module, "DUTIES", 1)
    monkeypatch.setattr(Reopened, "better", better)
    must = compiled.must_serve[0]
    poor = tuple(
        (column, slot)
        for column, slot in first_plan(compiled)
        if must not in compiled.requests_of(column.sequence)
    )
    assert must in missed_requests(compiled, (column for column, _ in poor))
    for seed in range(12):
        days = days_of(compiled, seed)
        while days.ready(poor):
            days.better(poor, always)
    assert asked[0] and 0 < sum(asked) < 0.5 * len(asked)
