"""The rest of a week beside kept duties is a week whose plans fit beside them."""

import random
from collections import Counter
from collections.abc import Iterable

import pytest

from optimizer.check import check
from optimizer.columns.week import Week, compile_week
from optimizer.master.effort import Effort
from optimizer.master.integer import choose_duties
from optimizer.master.manning import Manned
from optimizer.score import worth
from optimizer.search.greedy import greedy_columns
from optimizer.search.hand_out import print_duties
from optimizer.search.incumbent import Incumbent
from optimizer.search.pins import pin_sequences
from optimizer.search.remainder import Remainder, asked_only, remainder
from optimizer.search.stock import can_man
from optimizer.search.value import week_worth
from tests.optimizer.oracles.pinned import pinned
from tests.optimizer.oracles.tiny import tiny

PROBLEMS = [tiny(seed, requests=8, teams=3, days=3, most_people=40) for seed in range(12)]
PROBLEMS += [pinned(seed) for seed in range(12)]


def first_plan(week: Week) -> tuple[Manned, ...]:
    sequences = [column.sequence for column in greedy_columns(week)]
    answer = choose_duties(week, [*sequences, *pin_sequences(week)], Effort(2.0))
    return answer.duties or ()


def people_of(week: Week, manned: Iterable[Manned]) -> dict[str, int]:
    """People served by request."""
    served: Counter[str] = Counter()
    for column, _ in manned:
        for request, people in week.stops_of(column):
            served[week.problem.requests[request].id] += people
    return dict(served)


WEEKS = [week for week in map(compile_week, PROBLEMS) if week.classes and first_plan(week)]


def half_freed(number: int) -> tuple[list[Manned], list[Manned], Remainder]:
    """Kept duties, freed ones, and what is left beside the kept."""
    week, manned = WEEKS[number], first_plan(WEEKS[number])
    freed = random.Random(number).sample(manned, max(1, len(manned) // 2))
    kept = [one for one in manned if one not in freed]
    return kept, freed, remainder(week, kept, frozenset(slot.duty_class.date for _, slot in freed))


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_plans_of_the_rest_fit_beside_the_kept_duties(number: int) -> None:
    week = WEEKS[number]
    kept, _, part = half_freed(number)
    joined = [*kept, *part.adopt(first_plan(part.rest) if part.rest.classes else ())]
    incumbent = Incumbent(week)
    incumbent.offer(joined)
    plan = incumbent.finished(0.0)
    if plan is None:  # only a pin that the freed duties met can be lacking
        assert week.problem.pins
    else:
        assert not check(week.problem, plan)


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_freed_duties_are_a_plan_of_the_rest_and_come_back_unchanged(number: int) -> None:
    week = WEEKS[number]
    kept, freed, part = half_freed(number)
    back = part.adopt(part.release(freed))
    assert week_worth(week, [c for c, _ in [*kept, *back]]) == week_worth(
        week, [c for c, _ in first_plan(week)]
    )
    assert [c.people for c, _ in back] == [c.people for c, _ in freed]


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_columns_of_the_rest_are_the_same_duties_of_the_week(number: int) -> None:
    week = WEEKS[number]
    _, freed, part = half_freed(number)
    released = [column for column, _ in part.release(freed)]
    adopted = list(part.adopt_columns(released))
    assert len(adopted) == len(freed)
    for (column, _), back in zip(freed, adopted, strict=True):
        assert list(week.stops_of(back)) == list(week.stops_of(column))
        assert week.duty_worth(back) == pytest.approx(week.duty_worth(column))
        dates = week.date_of[[column.sequence.duty_class, back.sequence.duty_class]]
        assert dates[0] == dates[1]


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_worth_before_printing_is_the_worth_as_printed(number: int) -> None:
    week = WEEKS[number]
    manned = first_plan(week)
    printed = worth(week.problem, print_duties(week, manned))
    expected = week_worth(week, [column for column, _ in manned])
    assert printed.must_serve_missed == expected.must_serve_missed + week.surely_missed
    assert printed.score == pytest.approx(expected.score, abs=1e-6)


def test_nothing_is_left_of_a_day_whose_crews_are_all_kept() -> None:
    week = WEEKS[0]
    manned = first_plan(week)
    dates = frozenset(slot.duty_class.date for _, slot in manned)
    rest = remainder(week, manned, dates).rest
    used = sum(len(names) for names in week.resources.teams.values()) - len(manned)
    assert sum(len(names) for names in rest.resources.teams.values()) <= used


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_what_a_plan_does_for_some_requests_is_a_plan_of_these(number: int) -> None:
    week, manned = WEEKS[number], first_plan(WEEKS[number])
    names = {request.id for request in week.problem.requests[::2]}
    names |= {pin.request for pin in week.problem.pins}
    part = asked_only(week, names)
    own = part.only(manned)
    served = people_of(week, manned)
    assert people_of(part.rest, own) == {name: n for name, n in served.items() if name in names}
    assert can_man(part.rest, own)


def test_duties_for_others_are_left_out() -> None:
    week, manned = WEEKS[0], first_plan(WEEKS[0])
    names = {week.problem.requests[r].id for r in week.requests_of(manned[0][0].sequence)}
    others = {request.id for request in week.problem.requests} - names
    assert others and len(asked_only(week, others).only(manned[:1])) == 0
