"""Level 1: as few misses as any plan has, an end where nothing can be found, duties that stay."""

from collections import Counter
from itertools import count
from time import monotonic

import pytest

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.master.effort import Effort
from optimizer.search.allowance import Allowance
from optimizer.search.branching import Branching
from optimizer.search.choosing import Choosing
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.incumbent import Incumbent
from optimizer.search.level_one import LevelOne
from optimizer.search.promises import promised_week
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week


def of(compiled: Week, work: int | None = 1, seconds: float = 60.0) -> tuple[Incumbent, LevelOne]:
    """A plan that keeps no promise, as far as pins allow one, and what is to better it."""
    incumbent, allowance = Incumbent(compiled), Allowance(monotonic(), seconds, 1, work)
    incumbent.offer(())
    generation = Generation(compiled, Pricer(compiled, map), allowed_misses=0)
    generation.master.add(greedy_columns(compiled))
    generation.run(lambda: True, lambda bound: None)
    choosing = Choosing(compiled, incumbent, allowance)
    return incumbent, LevelOne(compiled, incumbent, allowance, choosing, generation, seed=1)


def promised(seed: int) -> bool:
    return bool(compile_week(tiny(seed)).must_serve and best_by_missed(tiny(seed)))


PROMISED = [seed for seed in range(40) if promised(seed)]


@pytest.mark.parametrize("seed", PROMISED)
def test_as_few_are_missed_as_can_be(seed: int) -> None:
    problem = tiny(seed)
    incumbent, level_one = of(compile_week(problem))
    level_one.run(lambda: True)
    assert incumbent.worth is not None
    assert incumbent.worth.must_serve_missed == min(best_by_missed(problem))


def test_the_clock_ends_it_where_nothing_else_does() -> None:
    part = promised_week(compile_week(week("M", 6)))
    assert part is not None
    _, level_one = of(part.rest, work=None, seconds=20.0)
    began = monotonic()
    level_one.run(lambda: monotonic() < began + 2.0)
    assert monotonic() - began < 2.0 + 6.0


def test_it_ends_by_itself_where_no_plan_keeps_more() -> None:
    part = promised_week(compile_week(week("M", 0)))
    assert part is not None
    incumbent, level_one = of(part.rest, work=None)
    asked = count()
    level_one.run(lambda: next(asked) < 5000)
    assert next(asked) < 5000
    assert 0 < incumbent.misses() <= 2


def test_nothing_is_done_where_nothing_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_week(week("S", 1))
    incumbent, level_one = of(compiled)
    incumbent.offer(first_plan(compiled))
    if incumbent.misses():
        level_one.run(lambda: True)
    assert incumbent.misses() == 0
    monkeypatch.setattr(Branching, "run", lambda *_: pytest.fail("branching"))
    monkeypatch.setattr(Choosing, "keeping", lambda *_: pytest.fail("a program"))
    level_one.run(lambda: True)


def test_kept_duties_stay_and_scores_do_not_count() -> None:
    compiled = compile_week(week("M", 4))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    manned = incumbent.manned
    kept = [column for column, _ in manned[::2]]
    before = incumbent.misses()
    choosing = Choosing(compiled, incumbent, Allowance(monotonic(), 60.0, 1, work=1))
    choosing.keeping(greedy_columns(compiled), Effort(10.0), kept)
    now = [column for column, _ in incumbent.manned]
    assert incumbent.misses() <= before
    if incumbent.misses() == before:
        assert incumbent.manned == manned
    else:
        sequences = Counter(column.sequence for column in now)
        assert not Counter(column.sequence for column in kept) - sequences


@pytest.mark.parametrize("seed", PROMISED[:8])
def test_it_is_told_when_none_of_the_plans_keeps_more(seed: int) -> None:
    compiled = compile_week(tiny(seed))
    best, level_one = of(compiled)
    level_one.run(lambda: True)
    poor, _ = of(compiled)
    choosing = Choosing(compiled, poor, Allowance(monotonic(), 60.0, 1, work=1))
    assert choosing.keeping([column for column, _ in best.manned], Effort(5.0))
    assert poor.misses() == best.misses()
