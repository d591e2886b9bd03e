"""Edits that break no rule go into the problem; each other is named with its rule."""

import datetime as dt
from dataclasses import replace

import pytest

from data.edits.apply import EditedProblem, apply_edits, meet_together
from data.edits.records import Ban, Edit
from optimizer.problem import Pin, Problem
from tests.data.itineraries.sample_week import DATES, book, problem

NAMES = book().teams


def edit(pin: Pin | None = None, ban: Ban | None = None, row: int = 2) -> Edit:
    return Edit("Kunjungan", row, "SMAN 1 Kejayan", pin, ban)


def applied(*edits: Edit, to: Problem | None = None) -> EditedProblem:
    return apply_edits(to or problem(), edits, NAMES)


def refused_rule(*edits: Edit, to: Problem | None = None) -> int:
    (refused,) = applied(*edits, to=to).refused
    return refused.rule


def test_no_edits_leave_the_problem_as_it_is() -> None:
    assert applied().problem == problem()


def test_a_good_pin_and_a_ban_are_applied() -> None:
    pin = Pin("R1", DATES[1], "T1", None, 100)
    done = applied(edit(pin, Ban("R1", DATES[0])))
    assert done.problem.pins == (pin,) and done.refused == ()
    assert DATES[0] not in done.problem.request["R1"].windows
    assert DATES[1] in done.problem.request["R1"].windows


def test_a_refused_edit_leaves_no_trace_and_the_others_stay() -> None:
    bad, good = edit(Pin("R1", DATES[0], None, None, 9000)), edit(Pin("R2", DATES[0]), row=3)
    done = applied(bad, good)
    assert (done.accepted, [refused.edit for refused in done.refused]) == ((good,), [bad])
    assert "baris 2" in str(done.refused[0]) and "aturan 6" in str(done.refused[0])


@pytest.mark.parametrize("people", [321, 29])
def test_rule_6_people_of_one_stop(people: int) -> None:
    assert refused_rule(edit(Pin("R1", DATES[0], None, None, people))) == 6


@pytest.mark.parametrize("people", [30, 110])
def test_people_at_the_boundary_are_accepted(people: int) -> None:
    assert applied(edit(Pin("R1", DATES[0], None, None, people))).refused == ()


def test_rule_6_people_over_all_stops() -> None:
    days = [edit(Pin("R4", date, None, None, 33), row=n) for n, date in enumerate(DATES[:2])]
    assert refused_rule(*days) == 6


def test_rule_6_visits_a_day() -> None:
    teams = [edit(Pin("R1", DATES[0], f"T{n}", None, 30), row=n) for n in (1, 2, 3)]
    assert refused_rule(*teams) == 6
    assert applied(*teams[:2]).refused == ()


def test_rule_4_a_pin_on_a_day_another_edit_forbids() -> None:
    done = applied(edit(Pin("R1", DATES[0])), edit(ban=Ban("R1", DATES[0]), row=3))
    assert [(refused.edit.row, refused.rule) for refused in done.refused] == [(2, 4)]


def test_rule_1_a_team_that_is_away() -> None:
    whole = problem()
    away = replace(
        whole.teams[0], shifts={d: s for d, s in whole.teams[0].shifts.items() if d != DATES[0]}
    )
    short = replace(whole, teams=(away, *whole.teams[1:]))
    assert refused_rule(edit(Pin("R1", DATES[0], "T1")), to=short) == 1
    assert applied(edit(Pin("R1", DATES[0], "T2")), to=short).refused == ()


def test_rule_5_no_vehicle_with_the_service() -> None:
    whole = problem()
    plain = tuple(replace(car, services=frozenset()) for car in whole.vehicles)
    assert refused_rule(edit(Pin("R21", DATES[0])), to=replace(whole, vehicles=plain)) == 5


def test_rule_2_too_many_people_for_one_shift() -> None:
    assert refused_rule(edit(Pin("R2", DATES[0], None, None, 437))) == 2


def test_rule_7_a_ban_against_a_pin_of_the_plan() -> None:
    pinned = replace(problem(), pins=(Pin("R1", DATES[0]),))
    assert refused_rule(edit(ban=Ban("R1", DATES[0])), to=pinned) == 7


def test_an_unknown_day_never_reaches_the_problem() -> None:
    with pytest.raises(KeyError):
        applied(edit(Pin("R1", dt.date(2027, 1, 1))))


def test_edits_that_fit_only_one_by_one_are_found_by_bisection() -> None:
    edits = [edit(Pin(f"R{n}", DATES[0], "T1"), row=n) for n in (1, 2, 5, 9)]

    def solvable(changed: Problem) -> bool:
        return {"R2", "R9"} - {pin.request for pin in changed.pins} != set()

    done = meet_together(problem(), applied(*edits), solvable)
    assert [(refused.edit.row, refused.rule) for refused in done.refused] == [(9, 7)]
    assert [pin.request for pin in done.problem.pins] == ["R1", "R2", "R5"]
