"""Accepted edits hold in the plan that the engine makes of them."""

import pytest

from data.edits.apply import apply_edits, meet_together
from data.edits.records import Ban, Edit
from optimizer.check import check
from optimizer.faults import InvalidDocument
from optimizer.problem import Pin, Problem
from optimizer.ready import make_ready
from optimizer.solve import Limits, solve
from tests.data.itineraries.sample_week import DATES, book, problem

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True, scope="module")
def _compiled() -> None:
    """In a fresh checkout compiling takes longer than these searches."""
    make_ready(problem())


def solvable(changed: Problem) -> bool:
    try:
        solve(changed, Limits(seconds=2))
    except InvalidDocument:
        return False
    return True


def test_pins_are_met_and_banned_days_stay_free() -> None:
    pin, ban = Pin("R20", DATES[3], "T5", None, 80), Ban("R12", DATES[0])
    edits = (
        Edit("Kunjungan", 2, "SMA Prigen", pin),
        Edit("Kunjungan", 3, "SMAN 1 Bangil", ban=ban),
    )
    edited = meet_together(problem(), apply_edits(problem(), edits, book().teams), solvable)
    assert edited.refused == ()
    plan = solve(edited.problem, Limits(seconds=3)).plan
    assert check(edited.problem, plan) == ()
    visits = {(stop.request, duty.date): (duty.team, stop.people) for duty, stop in plan.visits()}
    assert visits["R20", DATES[3]] == ("T5", 80)
    assert ("R12", DATES[0]) not in visits


def test_three_whole_days_for_one_team_on_one_day_cannot_be() -> None:
    pins = (
        Pin(f"R{n}", DATES[0], "T1", None, people) for n, people in ((1, 90), (9, 90), (13, 90))
    )
    edits = [Edit("Kunjungan", row, "SMA", pin) for row, pin in enumerate(pins, start=2)]
    edited = meet_together(problem(), apply_edits(problem(), edits, book().teams), solvable)
    assert edited.refused and {refused.rule for refused in edited.refused} == {7}
    assert edited.accepted[0].row == 2
