"""Level 1: as few misses as any plan has, an end where nothing can be found, duties that stay."""

from collections.abc import Sequence
from itertools import count
from math import inf
from time import monotonic

import pytest

from optimizer.columns.column import Column
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week, compile_week
from optimizer.master.effort import Effort
from optimizer.master.whole import WholeMaster
from optimizer.search.allowance import Allowance
from optimizer.search.bettering import Bettering
from optimizer.search.branching import Branching
from optimizer.search.choosing import Choosing
from optimizer.search.generation import Generation
from optimizer.search.greedy import greedy_columns
from optimizer.search.incumbent import Incumbent
from optimizer.search.level_one import LevelOne
from optimizer.search.promises import promised_week
from optimizer.search.value import missed_requests
from tests.optimizer.oracles.brute_force import best_by_missed
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week


def of(compiled: Week, work: int | None = 1, seconds: float = 300.0) -> tuple[Incumbent, LevelOne]:
    """A plan that keeps no promise, as far as pins allow one, and what is to better it."""
    incumbent, allowance = Incumbent(compiled), Allowance(monotonic(), seconds, 1, work)
    incumbent.offer(())
    generation = Generation(compiled, Pricer(compiled, map), allowed_misses=0)
    generation.master.add(greedy_columns(compiled))
    generation.run(lambda: True, lambda bound: None)
    choosing = Choosing(compiled, incumbent, allowance)
    recreate = Bettering(compiled, incumbent, allowance, 1, generation.likings.advice).recreate
    return incumbent, LevelOne(compiled, incumbent, allowance, choosing, generation, recreate, 1)


def promises_alone(number: int) -> Week:
    """A week of M without its other requests."""
    part = promised_week(compile_week(week("M", number)))
    assert part is not None
    return part.rest


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
    _, level_one = of(promises_alone(6), work=None, seconds=20.0)
    began = monotonic()
    level_one.run(lambda: monotonic() < began + 2.0)
    assert 2.0 <= monotonic() - began < 2.0 + 4.0


def test_it_ends_by_itself_where_no_plan_keeps_more() -> None:
    incumbent, level_one = of(promises_alone(0), work=None)
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


def noting(monkeypatch: pytest.MonkeyPatch, ended: bool) -> list[int]:
    """Programs that find nothing: how many duties each is given."""
    given: list[int] = []

    def keeping(_: Choosing, columns: Sequence[Column], *__: object) -> bool:
        given.append(len(columns))
        return ended

    monkeypatch.setattr(Choosing, "keeping", keeping)
    monkeypatch.setattr(LevelOne, "_around_missed", lambda *_: None)
    return given


def test_programs_grow_to_all_duties_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    _, level_one = of(promises_alone(14), work=None, seconds=30.0)
    given, end = noting(monkeypatch, ended=True), monotonic() + 120.0
    level_one.run(lambda: monotonic() < end)
    assert given == sorted(set(given))
    assert given[0] < given[-1] / 2
    assert given[-1] == len(level_one._generation.master.columns)


def test_a_search_goes_on_where_programs_do_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    _, level_one = of(promises_alone(6), work=None, seconds=30.0)
    given, turns = noting(monkeypatch, ended=False), list[object]()
    level_one._recreate = lambda _, share: turns.append(share)
    end = monotonic() + 120.0
    level_one.run(lambda: len(turns) < 3 and monotonic() < end)
    assert len(turns) == len({*turns}) == 3 == len(given)
    assert given == sorted({*given}, reverse=True)


def test_the_same_steps_find_the_same_plan() -> None:
    alone = promises_alone(14)
    found = []
    for _ in range(2):
        incumbent, level_one = of(alone)
        level_one.run(lambda: True)
        assert incumbent.manned
        found.append(incumbent.manned)
    assert found[0] == found[1]


def test_kept_duties_stay_though_others_would_keep_more() -> None:
    compiled = compile_week(week("M", 4))
    columns = greedy_columns(compiled)
    idle = min(columns, key=lambda column: len(column.sequence.nodes))
    program = WholeMaster(compiled, (), 0, roomy=True, scored=False)
    program.add(columns)
    program.keep([idle, idle])
    duties, bound = program.solve((), Effort(10.0))
    assert duties is None or [column.sequence for column, _ in duties].count(idle.sequence) >= 2
    assert duties is not None or bound == inf


def test_misses_alone_count() -> None:
    """No duty, no spare person and no change has a price: the optimum is whole misses."""
    compiled = compile_week(week("M", 4))
    program = WholeMaster(compiled, (), 0, roomy=True, scored=False)
    program.add(greedy_columns(compiled))
    duties, bound = program.solve((), Effort(20.0))
    assert duties is not None
    missed = len(missed_requests(compiled, (column for column, _ in duties)))
    assert -bound / compiled.dear == pytest.approx(missed, abs=1e-3)


def test_a_program_that_did_not_end_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compile_week(week("S", 1))
    incumbent, _ = of(compiled)
    assert incumbent.misses() > 0
    choosing = Choosing(compiled, incumbent, Allowance(monotonic(), 60.0, 1, work=1))
    monkeypatch.setattr(WholeMaster, "solve", lambda *_: (None, inf))
    assert not choosing.keeping((), (), Effort(1.0))


@pytest.mark.parametrize("seed", PROMISED[:8])
def test_it_is_told_when_none_of_the_plans_keeps_more(seed: int) -> None:
    compiled = compile_week(tiny(seed))
    best, level_one = of(compiled)
    level_one.run(lambda: True)
    poor, _ = of(compiled)
    choosing = Choosing(compiled, poor, Allowance(monotonic(), 60.0, 1, work=1))
    assert choosing.keeping([column for column, _ in best.manned], (), Effort(5.0))
    assert poor.misses() == best.misses()
