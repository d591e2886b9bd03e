"""Visits of the day itself that were reported on: they are as past as yesterday's."""

import dataclasses

from data.replanning import Disruption, Hold, changed_week, days_ahead, pins, settled, with_past
from optimizer.check import check
from optimizer.solve import Limits, solve
from tests.data.replanning.weeks import DUTIES, LEFT, MONDAY, TUESDAY, problem

MADE = {(MONDAY, "T1", "R1"), (TUESDAY, "T1", "R2")}
LEFT_OVER = {**LEFT, "R1": 30, "R2": 15}
DONE = settled(DUTIES, TUESDAY, MADE)


def changed(today=None, left=LEFT_OVER, **happened):
    disruption = Disruption(TUESDAY, **happened)
    return changed_week(problem(), DUTIES, today or problem(), disruption, left, MADE)


def test_duties_before_the_day_and_reported_ones_are_settled():
    assert settled(DUTIES, TUESDAY, ()) == DUTIES[:1]
    assert settled(DUTIES, TUESDAY, MADE) == DUTIES[:2]


def test_those_left_over_are_not_visited_again_on_the_day():
    week = changed()
    assert {r.id: (r.people, r.must_serve) for r in week.requests} == {
        "R1": (30 + 30, False),
        "R2": (25 + 15, False),
        "R3": (25, True),
    }
    ahead = days_ahead(week, DONE, TUESDAY)
    left = {r.id: (r.people, sorted(r.windows)) for r in ahead.requests}
    assert left == {"R1": (30, []), "R2": (15, []), "R3": (25, [TUESDAY])}
    assert ahead.previous == DUTIES[2:]


def test_who_went_out_is_not_free_on_the_day():
    ahead = days_ahead(changed(), DONE, TUESDAY)
    assert {team.id for team in ahead.teams if team.shifts} == {"T2"}
    assert {vehicle.id for vehicle in ahead.vehicles if vehicle.dates} == {"V2"}
    assert {kit.id for kit in ahead.kits if kit.dates} == {"K2", "K3"}


def test_a_team_that_went_out_complete_is_not_free_with_fewer_people():
    week = changed()
    smaller = dataclasses.replace(week.team["T1"], id="T1@3-1", crew=3, operators=1)
    ahead = days_ahead(dataclasses.replace(week, teams=(*week.teams, smaller)), DONE, TUESDAY)
    assert {team.id for team in ahead.teams if team.shifts} == {"T2"}


def test_a_car_that_breaks_down_after_its_visit_leaves_the_visit_standing():
    week = changed(today=problem(V1="2026-12-01", T1="2026-12-01", K1="2026-12-01"))
    asked = dataclasses.replace(week, pins=pins(week, DUTIES, DONE, Hold.ALL))
    ahead = solve(days_ahead(asked, DONE, TUESDAY), Limits(2.0)).plan
    plan = with_past(asked, ahead, DONE)
    assert not check(asked, plan)
    assert set(DUTIES[:2]) <= set(plan.duties)
    assert plan.must_serve_missed == 0


def test_those_left_over_may_fill_free_time():
    week = changed(fill=True)
    assert week.request["R2"].people == 25 + 15
    ahead = days_ahead(week, DONE, TUESDAY)
    assert TUESDAY not in ahead.request["R2"].windows
