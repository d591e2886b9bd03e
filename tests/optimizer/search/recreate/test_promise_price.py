"""What a promise counts for follows the search, and a search that lost promises goes back."""

from collections.abc import Callable

import numpy as np
import pytest

from optimizer.columns.week import compile_week
from optimizer.search.recreate import recreation as module
from optimizer.search.recreate.recreation import CAUGHT, LESS, MORE, PROMISE, Recreation
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout

Kept = Callable[[int], None]


@pytest.fixture
def search() -> Recreation:
    """A search that has just been given a plan."""
    compiled = compile_week(week("S", 3))
    return Recreation(compiled, first_plan(compiled), 1)


@pytest.fixture
def kept(search: Recreation, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """The plan at hand keeps so many more promises than the best one from now on."""

    def of_best(more: int) -> None:
        monkeypatch.setattr(module, "total", lambda *_: (0.0, 0.0, search.whole + more))

    of_best(0)
    monkeypatch.setattr(module, "run_rounds", lambda *_: (search.score, search.whole))
    return of_best


def test_dearer_while_fewer_are_kept_cheaper_while_not(search: Recreation, kept: Kept) -> None:
    before = search._promise
    kept(-1)
    search.run(1, 0.5)
    assert search._promise == pytest.approx(before * MORE)
    kept(0)
    search.run(1, 0.5)
    assert search._promise == pytest.approx(before * MORE * LESS)


@pytest.mark.parametrize(("looks", "back"), [(CAUGHT - 1, 0), (CAUGHT, 1), (2 * CAUGHT, 2)])
def test_after_many_looks_in_a_row_it_goes_back(
    looks: int, back: int, search: Recreation, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[None] = []
    monkeypatch.setattr(search, "_go_back", lambda: gone.append(None))
    kept(-1)
    for _ in range(looks):
        search.run(1, 0.5)
    assert len(gone) == back


def test_one_look_that_keeps_all_begins_the_row_anew(
    search: Recreation, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[None] = []
    monkeypatch.setattr(search, "_go_back", lambda: gone.append(None))
    for more in (*[-1] * (CAUGHT - 1), 0, *[-1] * (CAUGHT - 1)):
        kept(more)
        search.run(1, 0.5)
    assert not gone


def test_going_back_is_to_the_best_plan(search: Recreation) -> None:
    search._promise = 0.0
    search.run(300, 0.0)
    now, best = search._now, search._best
    assert not np.array_equal(now.node, best.node)
    search._go_back()
    stops = np.arange(now.node.shape[1]) <= now.length[:, None]
    assert np.array_equal(now.length, best.length)
    assert np.array_equal(now.node[stops], best.node[stops])


def test_promises_are_dear_again_in_a_plan_given_anew(search: Recreation) -> None:
    plan = search.best()
    search._promise = 1.0
    search.adopt(plan)
    assert search._promise == PROMISE * search._stop_score
