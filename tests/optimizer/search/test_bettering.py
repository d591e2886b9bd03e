"""Turns better a plan, never worsen it, and end when they are told to."""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

import pytest

from optimizer.check import check
from optimizer.columns.week import compile_week
from optimizer.master.manning import Manned
from optimizer.search.advice import Advice
from optimizer.search.allowance import Allowance
from optimizer.search.bettering import FIRST, TURN, Bettering
from optimizer.search.incumbent import Incumbent
from tests.optimizer.search.test_remainder import first_plan
from tests.optimizer.weeks import week

pytestmark = pytest.mark.slow  # compiling takes half a minute in a fresh checkout


def started(seconds: float, around: bool = False) -> tuple[Incumbent, Bettering, Allowance]:
    compiled = compile_week(week("S", 3))
    incumbent = Incumbent(compiled)
    incumbent.offer(first_plan(compiled))
    allowance = Allowance(monotonic(), seconds, 1)
    bettering = Bettering(compiled, incumbent, allowance, 1, Advice, around)
    return incumbent, bettering, allowance


def test_turns_better_the_plan() -> None:
    incumbent, bettering, _ = started(60.0)
    first = before = incumbent.worth
    for _ in range(4):
        assert bettering.turn(lambda: True)
        assert before is not None and incumbent.worth is not None
        assert not before.better_than(incumbent.worth)
        before = incumbent.worth
    assert first is not None and before is not None and before.better_than(first)
    plan = incumbent.finished(0.0)
    assert plan is not None and not check(week("S", 3), plan)


def ways_taken(
    bettering: Bettering,
    turns: int,
    monkeypatch: pytest.MonkeyPatch,
    gaining: str = "pack",
    days: bool = False,
) -> str:
    """Letters of the ways of so many turns in which only one gains anything.

    Parameters
    ----------
    days
        Whether there are days to free.
    """
    taken: list[str] = []
    level = [0.0]
    monkeypatch.setattr(bettering._whole_days, "ready", lambda _: days)

    def way(name: str) -> Callable[..., None]:
        def go(*_: object) -> None:
            taken.append("f" if name == "restricted" else name[0])  # few
            if name == gaining:
                level[0] += 1.0

        return go

    names = [one.__name__ for one in bettering._ways]
    monkeypatch.setattr(bettering, "_ways", tuple(map(way, names)))
    monkeypatch.setattr(bettering, "_level", lambda: level[0])
    for _ in range(turns):
        assert bettering.turn(lambda: True)
    return "".join(taken)


def test_the_way_that_gains_is_taken_and_now_and_then_the_one_not_gone_for_longest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, bettering, _ = started(60.0)
    assert ways_taken(bettering, 9, monkeypatch) == "rnprpnprp"


def test_beside_another_process_neighbourhoods_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    _, bettering, _ = started(60.0, around=True)
    assert ways_taken(bettering, 3, monkeypatch) == "npr"


def test_duties_that_branching_liked_go_before_all_others_where_there_are_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, bettering, _ = started(60.0)
    turns = bettering._turns.values
    monkeypatch.setattr(bettering._few, "ready", lambda: max(turns(), default=0) >= 2)
    assert ways_taken(bettering, 12, monkeypatch) == "rnfpfffrfffn"


def test_what_a_program_gains_is_filled_up(monkeypatch: pytest.MonkeyPatch) -> None:
    _, bettering, _ = started(60.0)
    monkeypatch.setattr(bettering._few, "ready", lambda: True)
    assert ways_taken(bettering, 6, monkeypatch, gaining="restricted") == "rfrnfr"


def test_programs_that_find_nothing_in_their_time_take_their_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, bettering, _ = started(60.0)
    monkeypatch.setattr(bettering._few, "ready", lambda: True)
    bettering._few.stuck = True
    assert ways_taken(bettering, 8, monkeypatch) == "rnpfprpn"


def test_whole_days_go_first_while_they_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    _, bettering, _ = started(60.0)
    assert ways_taken(bettering, 12, monkeypatch, "whole_days", days=True) == "rwwnwwwpwwwr"


def test_whole_days_that_gain_nothing_take_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    _, bettering, _ = started(60.0)
    taken = ways_taken(bettering, 12, monkeypatch, days=True)
    assert taken.startswith("rwnp") and 2 <= taken.count("w") <= 4


def test_of_days_and_programs_the_one_that_gained_more_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, bettering, _ = started(60.0)
    monkeypatch.setattr(bettering._few, "ready", lambda: True)
    taken = ways_taken(bettering, 7, monkeypatch, "whole_days", days=True)
    assert taken.count("f") <= 1 and taken.endswith("www")


@pytest.mark.parametrize(("elsewhere", "filled"), [(False, False), (True, True)])
def test_what_whole_days_bring_is_full_already_but_not_what_comes_from_elsewhere(
    elsewhere: bool, filled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    incumbent, bettering, _ = started(60.0)
    week_ = bettering._filling._week
    must = set(week_.must_serve)
    plan = incumbent.manned
    keeping = next(one for one in plan if must & set(week_.requests_of(one[0].sequence)))
    poorer = Incumbent(week_)
    poorer.offer([one for one in plan if one != keeping])
    assert poorer.misses() > incumbent.misses()
    bettering._incumbent, bettering._misses = poorer, poorer.misses()
    left = [True]

    def better(*_: object) -> object:
        if elsewhere:
            poorer.offer(plan)
        return (), (() if elsewhere else (keeping,))

    monkeypatch.setattr(bettering._whole_days, "ready", lambda _: left.pop() if left else False)
    monkeypatch.setattr(bettering._whole_days, "better", better)
    bettering.whole_days(lambda: True, lambda: 0.0)
    assert poorer.worth == incumbent.worth
    assert bettering._fewer() == filled


def test_whole_days_of_a_plan_that_has_changed_meanwhile_count_if_they_are_better(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    incumbent, bettering, _ = started(60.0)
    *kept, last = incumbent.manned
    best = incumbent.worth
    poorer = Incumbent(bettering._filling._week)
    poorer.offer(kept[1:])
    bettering._incumbent = poorer
    left = [True]

    def better(manned: tuple[Manned, ...], _: object) -> object:
        poorer.offer(kept)
        return (manned[0],), (kept[0], manned[0], last)

    monkeypatch.setattr(bettering._whole_days, "ready", lambda _: left.pop() if left else False)
    monkeypatch.setattr(bettering._whole_days, "better", better)
    bettering.whole_days(lambda: True, lambda: 0.0)
    assert poorer.worth == best


def test_programs_end_when_a_plan_with_fewer_misses_has_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    incumbent, bettering, _ = started(60.0)
    bettering._misses = incumbent.misses() + 1
    monkeypatch.setattr(bettering._few, "ready", lambda: True)
    monkeypatch.setattr(bettering._few, "choose", lambda: pytest.fail("chosen"))
    bettering.restricted(lambda: True, lambda: 0.0)


def test_a_closed_plan_is_bettered_no_more() -> None:
    incumbent, bettering, _ = started(60.0)
    incumbent.close()
    assert not bettering.turn(lambda: True)


def test_programs_over_them_go_on_until_the_turn_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    _, bettering, _ = started(60.0)
    chosen: list[int] = []
    monkeypatch.setattr(bettering._few, "ready", lambda: len(chosen) < 5)
    monkeypatch.setattr(bettering._few, "choose", lambda: chosen.append(0))
    bettering.restricted(lambda: True, Allowance.counted(3))
    assert len(chosen) == 3
    bettering.restricted(lambda: True, lambda: 0.0)
    assert len(chosen) == 5
    bettering.restricted(lambda: True, lambda: 0.0)
    assert len(chosen) == 5


@pytest.mark.parametrize(
    ("around", "ways", "parts"),
    [(False, "rnpr", [FIRST, TURN, TURN, TURN]), (True, "npr", [TURN, TURN, TURN])],
)
def test_only_ruin_and_recreate_begins_with_a_long_turn_and_not_beside_another_process(
    around: bool, ways: str, parts: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, bettering, _ = started(60.0, around)
    shares: list[float] = []

    def part(_: Allowance, share: float) -> Callable[[], float]:
        shares.append(share)
        return lambda: 1.0

    monkeypatch.setattr(Allowance, "part", part)
    assert ways_taken(bettering, len(parts), monkeypatch) == ways
    assert shares == parts


def test_a_plan_with_fewer_misses_is_filled_up_first(monkeypatch: pytest.MonkeyPatch) -> None:
    incumbent, bettering, _ = started(60.0)
    turns = bettering._turns.values
    monkeypatch.setattr(incumbent, "misses", lambda: 3 if max(turns(), default=0) < 2 else 2)
    assert ways_taken(bettering, 4, monkeypatch) == "rnrp"


def test_neighbourhoods_end_when_a_plan_with_fewer_misses_has_come() -> None:
    incumbent, bettering, _ = started(60.0)
    bettering._misses = incumbent.misses() + 1
    before, begun = incumbent.worth, monotonic()
    bettering.neighbourhoods(lambda: True, lambda: 0.0)
    assert monotonic() - begun < 1.0
    assert incumbent.worth == before


@pytest.mark.parametrize(
    ("tried", "work", "looked"), [(False, None, 2), (True, None, 5), (False, 1, 5)]
)
def test_neighbourhoods_make_room_for_the_first_programs_but_where_there_are_none(
    tried: bool, work: int | None, looked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, bettering, allowance = started(60.0)
    bettering._allowance = replace(allowance, work=work)
    looks: list[int] = []
    monkeypatch.setattr(bettering._around, "better", lambda manned: looks.append(0))
    monkeypatch.setattr(bettering._few, "ready", lambda: len(looks) >= 2)
    if tried:
        bettering._turns[bettering._restricting] = 1
    bettering.neighbourhoods(lambda: len(looks) < 5, lambda: 0.0)
    assert len(looks) == looked


def test_nothing_begins_when_it_is_time_to_end() -> None:
    incumbent, bettering, _ = started(60.0)
    before = incumbent.worth
    begun = monotonic()
    assert not bettering.turn(lambda: False)
    assert monotonic() - begun < 1.0
    assert incumbent.worth == before
