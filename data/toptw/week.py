"""A TOPTW instance as a planning problem: one day, one depot, equal teams, nobody sent for less.

Each customer is a request for one person; its window binds the start of service there and start
and end here, so it closes later by the length of the service.
"""

import datetime as dt
from decimal import Decimal

import numpy as np

from data.toptw.instance import Instance, Node
from optimizer.clock import Span
from optimizer.plan import Plan
from optimizer.problem import (
    Day,
    Depot,
    Kit,
    Objective,
    Problem,
    Request,
    Team,
    Travel,
    Vehicle,
)

DATE = dt.date(2026, 1, 5)
HOME = "0"
KIND = "kendaraan"
CREW = 1

Route = tuple[int, ...]


def problem_of(instance: Instance, vehicles: int) -> Problem:
    """The planning problem whose plans are the instance's routes; scores are profits."""
    names = [str(number + 1) for number in range(vehicles)]
    depot, dates = instance.nodes[0], frozenset({DATE})
    shift = {DATE: Span(depot.opens, depot.closes)}
    size = len(instance.nodes)
    last = max(node.closes + node.service for node in instance.nodes)
    return Problem(
        regency=instance.name,
        week="2026-W02",
        timezone="UTC",
        days=(Day(DATE, minutes=last + 1),),
        depots=(Depot(HOME, HOME, 0),),
        teams=tuple(Team(name, HOME, frozenset(), shift, CREW, CREW) for name in names),
        vehicles=tuple(Vehicle(name, HOME, KIND, frozenset(), dates, CREW, 1) for name in names),
        kits=tuple(Kit(name, HOME, dates) for name in names),
        requests=tuple(_request(number, instance.nodes[number]) for number in range(1, size)),
        travel=Travel(
            ((0.0, 0.0),) * size, instance.legs.astype(np.float64), np.zeros((size, size))
        ),
        objective=Objective(1.0, 0.0, 0.0, 0.0),
    )


def _request(number: int, node: Node) -> Request:
    return Request(
        id=str(number),
        kind="other",
        name=str(number),
        services=frozenset(),
        vehicle_kinds=frozenset({KIND}),
        windows={DATE: (Span(node.opens, node.closes + node.service),)},
        must_serve=False,
        location=number,
        people=1,
        weight=node.profit,
        setup_minutes=0,
        minutes_per_person=Decimal(0),
        fixed_minutes=node.service,
        min_people=1,
        max_duties_per_day=1,
    )


def routes_of(plan: Plan) -> tuple[Route, ...]:
    """Customers of every duty in visiting order, by their numbers in the file."""
    return tuple(tuple(int(stop.request) for stop in duty.stops) for duty in plan.duties)
