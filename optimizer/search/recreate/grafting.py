"""A duty that somebody else liked takes the place of one of the plan.

Linear masters know which requests share a duty well, and ruin and recreate finds that hardest. So
a whole duty of theirs is put in as it is; what it needs is taken from others, and what was in its
place goes.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Ints
from optimizer.compiled import compiled
from optimizer.search.recreate.crews import NOBODY, dismiss, engage
from optimizer.search.recreate.removal import held, remove
from optimizer.search.recreate.routes import put_in, refresh


class Scions(NamedTuple):
    """Duties to put in.

    Attributes
    ----------
    kind, length
        Class and number of stops, shape ``(s,)``.
    node, option
        Of each stop, shape ``(s, most)``.
    """

    kind: Ints
    length: Ints
    node: NDArray[np.int64]
    option: NDArray[np.int64]


def scions(duties: Sequence[tuple[int, Sequence[int], Sequence[int]]]) -> Scions:
    """Duties as (class, nodes, options)."""
    most = max((len(nodes) for _, nodes, _ in duties), default=0)
    node, option = (np.zeros((len(duties), most), np.int64) for _ in range(2))
    for row, (_, nodes, options) in enumerate(duties):
        node[row, : len(nodes)], option[row, : len(nodes)] = nodes, options
    return Scions(
        np.array([kind for kind, _, _ in duties], np.int64),
        np.array([len(nodes) for _, nodes, _ in duties], np.int64),
        node,
        option,
    )


@compiled
def graft(field, routes, scions, touched, gone):  # type: ignore[no-untyped-def]
    """Put in a whole duty, if a team can make it; whether one could."""
    row = np.random.randint(scions.kind.size)
    kind = scions.kind[row]
    duty, car, kits = _stock(field, routes, scions, row)
    if duty < 0:
        return False
    while routes.length[duty]:
        remove(field, routes, duty, routes.length[duty], touched, gone)
    touched[duty] = True
    if routes.kind[duty] != kind:
        dismiss(routes, field.crews, duty)
        engage(routes, field.crews, duty, car, kits)
    for at in range(scions.length[row]):
        node, option = scions.node[row, at], scions.option[row, at]
        if _make_room(field, routes, duty, node, option, touched, gone):
            put_in(field, routes, duty, routes.length[duty], node, option)
    return True


@compiled
def _stock(field, routes, scions, row):  # type: ignore[no-untyped-def]
    """The duty most like the new one that can become it, with vehicle and kits; -1 if none can."""
    crews, kind = field.crews, scions.kind[row]
    best, highest, best_car, best_kits = -1, -1.0, 0, 0
    for duty in range(routes.length.size):
        own = routes.kind[duty] != NOBODY
        free_kits = routes.kits[crews.block[duty]] + (routes.taken[duty] if own else 0)
        for car in range(crews.cars.size):
            if routes.cars[car] + (own and routes.car[duty] == car) <= 0:
                continue
            for kits in range(1, min(free_kits, crews.kind.shape[2] - 1) + 1):
                if crews.kind[crews.team[duty], car, kits] != kind:
                    continue
                alike = np.random.random() + (routes.kind[duty] == kind)
                for at in range(scions.length[row]):
                    alike += routes.inside[duty, field.request[scions.node[row, at]]]
                if alike > highest and not held(field, routes, duty):
                    best, highest, best_car, best_kits = duty, alike, car, kits
    return best, best_car, best_kits


@compiled
def _make_room(field, routes, duty, node, option, touched, gone):  # type: ignore[no-untyped-def]
    """Take people and visits of a request from other duties; whether the stop can be made then."""
    request, day = field.request[node], field.day[duty]
    start = np.random.randint(routes.length.size)
    for step in range(routes.length.size):
        other = (start + step) % routes.length.size
        short = routes.left[request] < field.people[option]
        full = routes.visits[request, day] >= field.visits[request]
        if not short and not full:
            return True
        if not routes.inside[other, request] or (not short and field.day[other] != day):
            continue
        for at in range(1, routes.length[other] + 1):
            if field.request[routes.node[other, at]] == request:
                remove(field, routes, other, at, touched, gone)
                break
        refresh(field, routes, other)
    short = routes.left[request] < field.people[option]
    return not short and routes.visits[request, day] < field.visits[request]
