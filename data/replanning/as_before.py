"""Duties that do the same as before do it at the same hours: nobody is told without need."""

from collections.abc import Collection
from dataclasses import replace

from optimizer.check import check
from optimizer.plan import Duty, Plan
from optimizer.problem import Problem

SAME_KM = 0.05


def as_before(week: Problem, plan: Plan, published: Collection[Duty]) -> Plan:
    """The plan with the hours and the order of published duties that it only turned round.

    Such duties have the same date, team, vehicle, stops and people, and no more kilometres; their
    kits stay the new ones.
    """
    known = {_work(duty): duty for duty in published}
    for duty in plan.duties:
        before = known.get(_work(duty))
        if before and before.stops != duty.stops and before.km <= duty.km + SAME_KM:
            kept = replace(before, kits=duty.kits, km=duty.km)
            restored = replace(plan, duties=tuple(kept if d is duty else d for d in plan.duties))
            plan = plan if check(week, restored) else restored
    return plan


def _work(duty: Duty) -> object:
    stops = frozenset((stop.request, stop.people) for stop in duty.stops)
    return duty.date, duty.team, duty.vehicle, stops
