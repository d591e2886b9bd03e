"""A plan that was dived for is bettered by itself, once, and offered though it began with less."""

from io import BytesIO

import pytest

from optimizer.columns.week import compile_week
from optimizer.search import worker as module
from optimizer.search.advice import Advice
from optimizer.search.apart import Order
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week


def test_a_dived_plan_is_followed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_week(week("S", 3))
    plan = first_plan(compiled)
    worker = module._Worker(Order(compiled.problem, plan[:1], 20.0, 1), BytesIO())
    before = worker._incumbent.worth
    assert before is not None
    assert not worker._dived()
    monkeypatch.setattr(module, "FILLED", 0.05)
    worker._advice = Advice(dived=plan[1:])
    assert worker._dived()
    worker._follow()
    after = worker._incumbent.worth
    assert after is not None and after.better_than(before)
    assert not worker._dived()
    worker._advice = Advice(dived=plan[2:])
    assert worker._dived()
