"""Of two ways the slower one is left out for a while, never for long."""

import pytest

from optimizer.search.turns import SLOW, Turns


def test_at_first_both_go() -> None:
    turns = Turns(2)
    assert turns.due(0) and turns.due(1)
    turns.note(0, 1.0, 1.0)
    assert turns.due(0) and turns.due(1)


@pytest.mark.parametrize("way", [0, 1])
def test_the_slow_one_is_left_out_so_many_times_in_a_row(way: int) -> None:
    turns = Turns(2)
    turns.note(way, 1.0, 10.0)
    turns.note(1 - way, 10.0, 1.0)
    assert [turns.due(way) for _ in range(6)] == [False, False, True] * 2
    assert all(turns.due(1 - way) for _ in range(6))


@pytest.mark.parametrize(("gain", "due"), [(SLOW * 8.0, True), (SLOW * 8.0 - 0.1, False)])
def test_what_gains_a_fair_share_goes(gain: float, due: bool) -> None:
    turns = Turns(1)
    turns.note(0, gain, 1.0)
    turns.note(1, 16.0, 2.0)
    assert turns.due(0) == due


def test_both_go_where_neither_gains() -> None:
    turns = Turns(2)
    turns.note(0, 0.0, 1.0)
    turns.note(1, 0.0, 1.0)
    assert all(turns.due(way) for way in (0, 1) for _ in range(3))


def test_nothing_is_left_out_without_pauses() -> None:
    turns = Turns(0)
    turns.note(0, 0.0, 1.0)
    turns.note(1, 5.0, 1.0)
    assert turns.due(0) and turns.due(0)
