"""A plan that was dived for is bettered by itself, once, though it begins with less."""

from io import BytesIO

from optimizer.columns.week import compile_week
from optimizer.search import worker as module
from optimizer.search.advice import Advice
from optimizer.search.apart import Order
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week


def worker_at(number: int) -> module._Worker:
    compiled = compile_week(week("S", number))
    return module._Worker(Order(compiled.problem, first_plan(compiled), 30.0, 1), BytesIO())


def test_a_dived_plan_is_followed_once_and_ends_above_the_plan_at_hand() -> None:
    worker = worker_at(3)
    before, plan = worker._incumbent.worth, worker._incumbent.manned
    assert before is not None
    assert not worker._dived()
    worker._advice = Advice(dived=plan[:3])
    assert worker._dived()
    worker._follow(plan[:3])
    after = worker._incumbent.worth
    assert after is not None and after.better_than(before)
    assert not worker._dived()
    worker._advice = Advice(dived=plan[:2])
    assert worker._dived()


def test_a_dived_plan_that_leaves_a_pin_unmet_is_not_followed() -> None:
    number = next(n for n in range(40) if week("S", n).pins)
    worker = worker_at(number)
    before = worker._incumbent.manned
    pinned = {pin.request for pin in worker._week.problem.pins}
    requests = worker._week.problem.requests
    others = tuple(
        (column, slot)
        for column, slot in before
        if pinned.isdisjoint(requests[r].id for r in worker._week.requests_of(column.sequence))
    )
    assert others
    worker._follow(others)
    assert worker._incumbent.manned == before
    assert worker._followed == others
