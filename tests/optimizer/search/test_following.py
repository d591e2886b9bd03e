"""A plan that was dived for is bettered by itself until it is better than the one at hand."""

from time import monotonic

import pytest

from optimizer.columns.week import Week, compile_week
from optimizer.search.allowance import Allowance
from optimizer.search.following import follow
from optimizer.search.incumbent import Incumbent
from optimizer.search.whole_days import WholeDays
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week


@pytest.fixture(scope="module")
def compiled() -> Week:
    return compile_week(week("S", 3))


def at_hand(compiled: Week, number: int | None = None) -> Incumbent:
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled)[:number])
    return incumbent


def days_of(compiled: Week) -> WholeDays:
    return WholeDays(compiled, Allowance(monotonic(), 60.0, 1), 1)


def test_a_poor_plan_ends_above_the_one_at_hand(compiled: Week) -> None:
    incumbent = at_hand(compiled)
    before = incumbent.worth
    follow(compiled, incumbent, first_plan(compiled)[:3], days_of(compiled), lambda: True)
    assert before is not None and incumbent.worth is not None
    assert incumbent.worth.better_than(before)


def test_a_better_plan_is_offered_as_it_is(compiled: Week, monkeypatch: pytest.MonkeyPatch) -> None:
    incumbent, days = at_hand(compiled, 2), days_of(compiled)
    monkeypatch.setattr(days, "better", lambda *_: pytest.fail("freed"))
    follow(compiled, incumbent, first_plan(compiled), days, lambda: True)
    assert incumbent.manned == first_plan(compiled)


def test_no_days_are_freed_when_it_is_late(compiled: Week, monkeypatch: pytest.MonkeyPatch) -> None:
    incumbent, days = at_hand(compiled), days_of(compiled)
    before = incumbent.manned
    monkeypatch.setattr(days, "better", lambda *_: pytest.fail("freed"))
    follow(compiled, incumbent, before[:2], days, lambda: False)
    assert incumbent.manned == before


def test_it_ends_where_no_days_are_left(compiled: Week, monkeypatch: pytest.MonkeyPatch) -> None:
    incumbent, days = at_hand(compiled), days_of(compiled)
    before = incumbent.manned
    left = [True, True]
    monkeypatch.setattr(days, "ready", lambda _: bool(left))
    monkeypatch.setattr(days, "better", lambda *_: left.pop() and None)
    follow(compiled, incumbent, before[:2], days, lambda: True)
    assert not left
    assert incumbent.manned == before


def test_a_plan_that_leaves_a_pin_unmet_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    number = next(n for n in range(40) if week("S", n).pins)
    pinned = compile_week(week("S", number))
    names = {pin.request for pin in pinned.problem.pins}
    incumbent = at_hand(pinned)
    before = incumbent.manned
    others = [
        (column, slot)
        for column, slot in before
        if names.isdisjoint(
            pinned.problem.requests[r].id for r in pinned.requests_of(column.sequence)
        )
    ]
    days = days_of(pinned)
    monkeypatch.setattr(days, "better", lambda *_: pytest.fail("freed"))
    assert others
    follow(pinned, incumbent, others, days, lambda: True)
    assert incumbent.manned == before
