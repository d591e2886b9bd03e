"""The best roster of a day is the best of all of them, and its bound holds."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from optimizer.columns.resources import Slot
from optimizer.columns.week import Week, compile_week
from optimizer.master.effort import Unsolved
from optimizer.master.manning import block_of_slot, usable_slots
from optimizer.master.rostering import Rostering
from optimizer.search.stock import Stock
from tests.optimizer.oracles.tiny import tiny
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

WEEKS = [week for week in map(compile_week, map(tiny, range(40))) if week.classes]


def rosters(week: Week, slots: tuple[Slot, ...], taken: tuple[Slot, ...]) -> Iterator[Counter[int]]:
    """Numbers of duties by class for every way to man duties with these slots."""
    yield Counter(week.class_index[slot.duty_class] for slot in taken)
    stock = Stock(week)
    for slot in taken:
        stock.take(slot)
    for n, slot in enumerate(slots):
        if stock.free(slot):
            yield from rosters(week, slots[n:], (*taken, slot))


def most(week: Week, block: object, worth: np.ndarray, least: int | None = None) -> float:
    slots = tuple(slot for slot in usable_slots(week) if block_of_slot(slot) == block)
    found = rosters(week, slots, ())
    return max(
        sum(n * float(worth[c]) for c, n in roster.items())
        for roster in found
        if least is None or roster[least] > 0
    )


@pytest.mark.parametrize("number", range(len(WEEKS)))
def test_best_is_the_best_of_all_rosters(number: int) -> None:
    week = WEEKS[number]
    worth = np.random.default_rng(number).uniform(-5.0, 20.0, len(week.classes)).round(1)
    blocks = dict.fromkeys(map(block_of_slot, usable_slots(week)))
    for block, (roster, bound) in zip(blocks, Rostering(week).best(worth), strict=True):
        earned = sum(n * float(worth[c]) for c, n in roster.duties)
        assert bound == pytest.approx(most(week, block, worth), abs=1e-6)
        assert earned == pytest.approx(bound, abs=1e-6)


@pytest.mark.parametrize("number", range(0, len(WEEKS), 3))
def test_a_class_that_must_be_manned_is(number: int) -> None:
    week = WEEKS[number]
    worth = np.random.default_rng(number).uniform(-5.0, 20.0, len(week.classes)).round(1)
    rostering = Rostering(week)
    for c, duty_class in enumerate(week.classes):
        block = duty_class.date, duty_class.depot
        bound = rostering.at_least_one(c, worth)
        assert bound == pytest.approx(most(week, block, worth, least=c), abs=1e-6)
    assert rostering.best(worth) == Rostering(week).best(worth)


def test_a_plan_has_the_rosters_that_man_it() -> None:
    compiled = compile_week(week("S", 2))
    classes = [column.sequence.duty_class for column, _ in first_plan(compiled)]
    found = list(Rostering(compiled).rosters_of(classes))
    assert Counter(classes) == sum((Counter(dict(roster.duties)) for roster in found), Counter())
    assert len(found) == len({roster.block for roster in found}) > 1
    assert all(Rostering(compiled).block_of(c) == r.block for r in found for c, _ in r.duties)


def test_no_duties_no_rosters() -> None:
    assert list(Rostering(WEEKS[0]).rosters_of(())) == []


def test_one_more_that_must_be_manned_leaves_what_is_kept_as_it_was() -> None:
    compiled = compile_week(week("S", 2))
    rostering, worth = Rostering(compiled), np.zeros(len(compiled.classes))
    block = rostering.block_of(0)
    rostering.keep(block, {0: 2})
    rostering.at_least_one(0, worth)
    assert dict(rostering.best(worth)[block][0].duties)[0] >= 2


@pytest.mark.parametrize("number", range(0, len(WEEKS), 3))
def test_what_is_kept_is_manned_until_it_is_told_otherwise(number: int) -> None:
    week = WEEKS[number]
    rostering, worth = Rostering(week), np.zeros(len(week.classes))
    for c in range(len(week.classes)):
        block = rostering.block_of(c)
        roster = rostering.keep(block, {c: 1})
        assert roster.block == block
        assert dict(roster.duties)[c] >= 1
        assert dict(rostering.best(worth)[block][0].duties)[c] >= 1
        with pytest.raises(Unsolved):
            rostering.keep(block, {c: 1000})
        assert dict(rostering.best(worth)[block][0].duties)[c] >= 1
        rostering.keep_none()
    assert all(not roster.duties for roster, _ in rostering.best(worth))
