"""Duties being filled: their stops, how early each ends and how late it may begin."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import uncounted
from optimizer.reductions import sum_of
from optimizer.search.recreate.crews import NOBODY
from optimizer.search.recreate.field import Field

BROKEN = 1e12
"""Off the score of a duty that cannot be made."""


class Routes(NamedTuple):
    """A plan in the making; stops are numbered from 1, the depot stands at both ends.

    Attributes
    ----------
    kind, car, taken
        Class, vehicle group and number of kits of each duty, shape ``(d,)``; a class of
        ``NOBODY`` where it has no vehicle.
    cars, kits
        Free vehicles of each group, free kits of each block.
    length
        Stops of each duty, shape ``(d,)``.
    node, option, place
        Of each stop, shape ``(d, most + 2)``.
    early, late
        Earliest end and latest start of each stop's service, so that all others stay in time.
    left
        People not yet served, by request.
    visits
        Duties that visit, by request and day.
    inside
        Whether a duty visits a request, shape ``(d, r)``.
    value, driven
        Score of each duty, and its minutes between stops, shape ``(d,)``.
    """

    kind: Ints
    car: Ints
    taken: Ints
    cars: Ints
    kits: Ints
    length: Ints
    node: Ints
    option: Ints
    place: Ints
    early: Ints
    late: Ints
    left: Ints
    visits: Ints
    inside: NDArray[np.bool_]
    value: Floats
    driven: Floats


def empty_routes(field: Field, most: int) -> Routes:
    """No stops yet; a duty never has more than ``most``."""
    duties, requests = field.day.size, field.worth.size
    shape = (duties, most + 2)
    return Routes(
        kind=np.full(duties, NOBODY, np.int64),
        car=np.zeros(duties, np.int64),
        taken=np.zeros(duties, np.int64),
        cars=field.crews.cars.copy(),
        kits=field.crews.kits.copy(),
        length=np.zeros(duties, np.int64),
        node=np.zeros(shape, np.int64),
        option=np.zeros(shape, np.int64),
        place=np.zeros(shape, np.int64),
        early=np.zeros(shape, np.int64),
        late=np.zeros(shape, np.int64),
        left=field.asked.copy(),
        visits=np.zeros(field.kept.shape, np.int64),
        inside=np.zeros((duties, requests), np.bool_),
        value=np.zeros(duties),
        driven=np.zeros(duties),
    )


@uncounted
def refresh(field, routes, duty):  # type: ignore[no-untyped-def]
    """Set times and score of a duty from its stops."""
    length, kind = routes.length[duty], routes.kind[duty]
    if kind == NOBODY:
        routes.value[duty] = routes.driven[duty] = 0.0
        return
    place, early, late = routes.place[duty], routes.early[duty], routes.late[duty]
    node, option = routes.node[duty], routes.option[duty]
    legs, km_cost, minutes, people = field.legs, field.km_cost, field.minutes, field.people
    opens, closes, worth, request = field.opens, field.closes, field.worth, field.request
    place[0] = place[length + 1] = field.depot[kind]
    early[0], late[length + 1] = 0, field.horizon[kind]
    value, driven = -field.duty_cost if length else 0.0, legs[place[length], place[length + 1]]
    for i in range(1, length + 1):
        driven += legs[place[i - 1], place[i]]
        start = max(early[i - 1] + legs[place[i - 1], place[i]], opens[node[i]])
        early[i] = start + minutes[option[i]]
        value += worth[request[node[i]]] * people[option[i]]
        value -= km_cost[place[i - 1], place[i]]
    value -= km_cost[place[length], place[length + 1]]
    for i in range(length, 0, -1):
        end = min(closes[node[i]], late[i + 1] - legs[place[i], place[i + 1]])
        late[i] = end - minutes[option[i]]
    routes.driven[duty] = driven
    routes.value[duty] = value - (BROKEN if is_broken(field, routes, duty) else 0.0)


@uncounted
def is_broken(field, routes, duty):  # type: ignore[no-untyped-def]
    """Whether the stops are no longer in time: without one between, a leg may take longer."""
    if routes.length[duty] == 0:
        return False
    starts = routes.early[duty, 1] - field.minutes[routes.option[duty, 1]]
    return starts > routes.late[duty, 1]


@uncounted
def put_in(field, routes, duty, after, node, option):  # type: ignore[no-untyped-def]
    """Insert a stop behind stop ``after``."""
    for i in range(routes.length[duty] + 1, after + 1, -1):
        routes.node[duty, i] = routes.node[duty, i - 1]
        routes.option[duty, i] = routes.option[duty, i - 1]
        routes.place[duty, i] = routes.place[duty, i - 1]
    routes.node[duty, after + 1] = node
    routes.option[duty, after + 1] = option
    routes.place[duty, after + 1] = field.place[node]
    routes.length[duty] += 1
    request = field.request[node]
    routes.left[request] -= field.people[option]
    routes.visits[request, field.day[duty]] += 1
    routes.inside[duty, request] = True
    refresh(field, routes, duty)


@uncounted
def take_out(field, routes, duty, at):  # type: ignore[no-untyped-def]
    """Remove stop ``at``; times and score are left to ``refresh``."""
    request = field.request[routes.node[duty, at]]
    routes.left[request] += field.people[routes.option[duty, at]]
    routes.visits[request, field.day[duty]] -= 1
    routes.inside[duty, request] = False
    for i in range(at, routes.length[duty]):
        routes.node[duty, i] = routes.node[duty, i + 1]
        routes.option[duty, i] = routes.option[duty, i + 1]
        routes.place[duty, i] = routes.place[duty, i + 1]
    routes.length[duty] -= 1


@uncounted
def copy_duties(source, target, touched):  # type: ignore[no-untyped-def]
    """Make the touched duties of ``target`` those of ``source``, between equal others."""
    for duty in range(touched.size):
        if touched[duty]:
            target.kind[duty] = source.kind[duty]
            target.car[duty] = source.car[duty]
            target.taken[duty] = source.taken[duty]
            target.length[duty] = source.length[duty]
            target.value[duty] = source.value[duty]
            target.driven[duty] = source.driven[duty]
            for i in range(source.length[duty] + 2):
                target.node[duty, i] = source.node[duty, i]
                target.option[duty, i] = source.option[duty, i]
                target.place[duty, i] = source.place[duty, i]
                target.early[duty, i] = source.early[duty, i]
                target.late[duty, i] = source.late[duty, i]
            for request in range(source.left.size):
                target.inside[duty, request] = source.inside[duty, request]
    for group in range(source.cars.size):
        target.cars[group] = source.cars[group]
    for block in range(source.kits.size):
        target.kits[block] = source.kits[block]
    for request in range(source.left.size):
        target.left[request] = source.left[request]
        for day in range(source.visits.shape[1]):
            target.visits[request, day] = source.visits[request, day]


@uncounted
def total(field, routes, promise, credit):  # type: ignore[no-untyped-def]
    """Score of all duties, dates that are kept included, and what promises add to it.

    Parameters
    ----------
    promise : float
        What a must-serve request counts for that is wholly served.
    credit : float
        Share of it that almost all people count for.

    Returns
    -------
    score, promises, whole : float
        The score, what promises count for, and how many are wholly served.
    """
    score, promises, whole = sum_of(routes.value), 0.0, 0
    for request in range(field.kept.shape[0]):
        if field.must[request]:
            if routes.left[request] == 0:
                promises += promise
                whole += 1
            elif credit > 0.0:
                served = 1.0 - routes.left[request] / field.asked[request]
                promises += credit * promise * served * served
        for day in range(field.kept.shape[1]):
            if routes.visits[request, day] > 0:
                score += field.kept[request, day]
    return score, promises, whole
