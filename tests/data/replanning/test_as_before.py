"""A tour that a new plan only turns round keeps the hours its sites were told."""

import dataclasses

import pytest

from data.replanning import as_before
from optimizer.check import check
from optimizer.plan import Duty, Plan, Stop, Unserved
from optimizer.score import worth
from tests.data.replanning.weeks import MONDAY, problem

WEEK = problem()


def tour(*order: str, kits=("K1", "K3"), vehicle="V1") -> Duty:
    """20 people at each of two sites that are next door."""
    hours = ((460, 550), (550, 640))
    visits = zip(order, hours, strict=True)
    stops = tuple(Stop(name, start, start, end, 20) for name, (start, end) in visits)
    return Duty(MONDAY, "T1", vehicle, kits, stops, 420, 680, 42.0)


def plan_of(duty: Duty) -> Plan:
    there = {stop.request: stop.people for stop in duty.stops}
    left = ((r.id, r.people - there.get(r.id, 0)) for r in WEEK.requests)
    unserved = tuple(Unserved(name, "uji", people) for name, people in left)
    score = round(worth(WEEK, (duty,)).score, 6)
    plan = Plan("2026-W49", "feasible", 0, score, None, 1.0, (duty,), unserved)
    assert not check(WEEK, plan)
    return plan


def test_a_tour_turned_round_goes_as_published():
    assert as_before(WEEK, plan_of(tour("R3", "R2")), [tour("R2", "R3")]).duties == (
        tour("R2", "R3"),
    )


def test_other_kits_are_no_reason_to_come_at_another_hour():
    turned = plan_of(tour("R3", "R2", kits=("K1", "K2")))
    kept = as_before(WEEK, turned, [tour("R2", "R3")])
    assert kept.duties == (tour("R2", "R3", kits=("K1", "K2")),)


@pytest.mark.parametrize(
    "published",
    [
        tour("R2", "R3", vehicle="V2"),
        dataclasses.replace(tour("R2", "R3"), km=43.0),
        dataclasses.replace(tour("R2", "R3"), depart=400),
    ],
    ids=["another car", "a longer way", "hours that are no longer possible"],
)
def test_what_differs_stays_as_planned(published: Duty):
    plan = plan_of(tour("R3", "R2"))
    assert as_before(WEEK, plan, [published]) == plan
