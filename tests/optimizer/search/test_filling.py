"""A search is hot where a plan is new to it, and by chance where it is not."""

from time import monotonic

import pytest

from optimizer.columns.week import compile_week
from optimizer.search import filling as module
from optimizer.search.allowance import Allowance
from optimizer.search.filling import ROUNDS, WARMTH, Filling
from optimizer.search.incumbent import Incumbent
from optimizer.search.recreate.recreation import Recreation
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout


def test_later_searches_begin_as_hot_as_chance_will_have_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled = compile_week(week("S", 3))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    filling = Filling(compiled, incumbent, Allowance(monotonic(), 60.0, 1), 1, lambda: ())
    shares: list[float] = []

    def run(_: Recreation, rounds: int, share: float, credit: float = 0.0) -> None:
        if rounds:
            shares.append(share)

    monkeypatch.setattr(Recreation, "run", run)
    for _ in range(6):
        turns = iter([0.0, 1.0])
        filling.run(lambda turns=turns: next(turns))
    assert shares[0] == 0.0
    low, high = WARMTH
    assert all(low <= share <= high for share in shares[1:])
    assert len(set(shares[1:])) == 5


@pytest.mark.parametrize("few", [1, 10**6])
def test_looks_come_sooner_where_there_are_more_duties(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DUTIES", few)
    compiled = compile_week(week("S", 3))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    filling = Filling(compiled, incumbent, Allowance(monotonic(), 60.0, 1), 1, lambda: ())
    asked: list[int] = []
    monkeypatch.setattr(Recreation, "run", lambda _, rounds, *more: asked.append(rounds))
    turns = iter([0.0, 1.0])
    filling.run(lambda: next(turns))
    duties = len(compiled.problem.teams) * len(compiled.problem.days)
    assert max(asked) == (ROUNDS // duties if few == 1 else ROUNDS)
