"""Duties that serve fewer people than their columns say: more plans, and all of them plans."""

import numpy as np
import pytest

from optimizer.columns.column import Column
from optimizer.columns.prices import no_prices
from optimizer.columns.pricing import Pricer, Search
from optimizer.columns.week import Week, compile_week
from optimizer.master.effort import Effort, Manner
from optimizer.master.whole import WholeMaster
from optimizer.score import worth
from optimizer.search.hand_out import print_duties
from optimizer.search.stock import can_man
from optimizer.search.value import week_worth
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny


def largest(week: Week) -> list[Column]:
    """Every sequence, with the head-counts that are worth most by themselves."""
    search = Search(room=5000, every=True)
    floors = np.full(len(week.classes), -1e20)
    priced = Pricer(week, map).price(no_prices(week), floors, search)
    return [column for one in priced for column in one.columns]


WEEKS = [week for week in map(compile_week, map(tiny, range(60))) if week.classes]


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_what_is_chosen_is_a_plan_and_none_is_better(number: int) -> None:
    week = WEEKS[number]
    program = WholeMaster(week, (), len(week.must_serve), roomy=True)
    program.add(largest(week))
    duties, _ = program.solve((), Effort(10.0))
    if duties is None:
        assert week.problem.pins
        return
    assert can_man(week, duties)
    printed = worth(week.problem, print_duties(week, duties))
    assert printed.score == pytest.approx(week_worth(week, [c for c, _ in duties]).score)
    best = best_by_missed(week.problem)
    assert printed.score <= max(found.score for found in best.values()) + 1e-6


@pytest.mark.parametrize("manner", [Manner.HURRIED, Manner.STEADILY])
@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_in_any_manner_the_same_is_proved_and_a_known_plan_is_kept(
    number: int, manner: Manner
) -> None:
    week = WEEKS[number]
    program = WholeMaster(week, (), len(week.must_serve), roomy=True)
    program.add(largest(week))
    duties, bound = program.solve((), Effort(10.0))
    if duties is None:
        return
    known = [column for column, _ in duties]
    for start in ((), known):
        again, same = program.solve(start, Effort(10.0), manner)
        assert same == pytest.approx(bound, rel=1e-5, abs=1e-5)
        assert again is not None
        found = week_worth(week, [column for column, _ in again])
        assert not week_worth(week, known).better_than(found)
