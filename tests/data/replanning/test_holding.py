import dataclasses

import pytest

from data.replanning import Disruption, Hold, changed_week, days_ahead, pins, with_past
from optimizer.check import check
from optimizer.plan import Plan
from optimizer.solve import Limits, solve
from tests.data.replanning.weeks import DUTIES, LEFT, MONDAY, PLAN, TUESDAY, problem


def week(today=None, **happened):
    disruption = Disruption(TUESDAY, **happened)
    return changed_week(problem(), DUTIES, today or problem(), disruption, LEFT, ())


def held(changed, hold):
    return {(pin.request, pin.date, pin.team) for pin in pins(changed, DUTIES, DUTIES[:1], hold)}


@pytest.mark.parametrize(
    ("hold", "team"), [(Hold.ALL, ("T1", "T2")), (Hold.DATE, (None, None)), (Hold.NOTHING, ())]
)
def test_the_past_is_always_held_and_promises_as_told(hold, team):
    promised = {(r, TUESDAY, t) for r, t in zip(("R2", "R3"), team, strict=False)}
    assert held(week(), hold) == {("R1", MONDAY, "T1")} | promised


@pytest.mark.parametrize(
    "happened",
    [
        {"today": problem(V2="2026-12-01")},
        {"today": problem(T2="2026-12-01")},
        {"today": problem(K3="2026-12-01")},
        {"cancelled": frozenset({"R3"})},
    ],
)
def test_what_cannot_be_made_is_not_held(happened):
    assert held(week(**happened), Hold.ALL) == {("R1", MONDAY, "T1"), ("R2", TUESDAY, "T1")}


def solved(changed, hold=Hold.ALL) -> tuple[object, Plan]:
    asked = dataclasses.replace(changed, pins=pins(changed, DUTIES, DUTIES[:1], hold))
    ahead = solve(days_ahead(asked, DUTIES[:1], TUESDAY), Limits(2.0)).plan
    return asked, with_past(asked, ahead, DUTIES[:1])


@pytest.mark.parametrize("away", ["V2", "T2", "K3"])
def test_a_breakdown_moves_only_what_it_must_and_leaves_the_past_alone(away):
    asked, plan = solved(week(today=problem(**{away: "2026-12-01"})))
    assert not check(asked, plan)
    assert [duty for duty in plan.duties if duty.date == MONDAY] == [DUTIES[0]]
    on_tuesday = {stop.request: stop.people for d, stop in plan.visits() if d.date == TUESDAY}
    assert on_tuesday == {"R2": 25, "R3": 25}
    assert plan.must_serve_missed == 0


def test_with_nothing_changed_nothing_changes():
    asked, plan = solved(week())
    assert not check(asked, plan)
    made = {(d.date, d.team, d.vehicle, s.request, s.people) for d, s in plan.visits()}
    assert made == {(d.date, d.team, d.vehicle, s.request, s.people) for d, s in PLAN.visits()}
