"""Which stops are taken out: strings of neighbouring duties, any, related ones, or a promise."""

import numpy as np

from optimizer.compiled import compiled, uncounted
from optimizer.reductions import first_least, sum_of
from optimizer.search.recreate.crews import NOBODY
from optimizer.search.recreate.remanning import reman
from optimizer.search.recreate.removal import remove
from optimizer.search.recreate.routes import is_broken, refresh

REMANNED, PROMISED = 0.15, 0.2
"""How often vehicles and kits are shared out in another way; how often else a promise goes."""
BROKEN, KEPT, NEARNESS = 5.0, 2.0, 20.0
"""How much sooner a promise goes that is not kept; how much farther away other promises seem;
minutes that make no difference."""


@compiled
def ruin(field, routes, most, touched, gone):  # type: ignore[no-untyped-def]
    """Take out up to ``most`` stops in one of four ways.

    Parameters
    ----------
    touched
        Set for every duty that lost a stop, shape ``(d,)``.
    gone
        Set for every request that lost one, shape ``(r,)``.
    """
    stops = routes.length.sum()
    if stops == 0:
        touched[:] = True
        for duty in range(touched.size):
            refresh(field, routes, duty)
        return
    number = 1 + np.random.randint(min(most, stops))
    way = np.random.random()
    if np.random.random() < REMANNED and field.first_node.size > 2:
        reman(field, routes, touched, gone)
    elif field.must.any() and np.random.random() < PROMISED:
        _around_promise(field, routes, number, touched, gone)
    elif way < 0.4:
        _strings(field, routes, number, touched, gone)
    elif way < 0.55:
        for _ in range(number):
            duty, at = _any_stop(routes)
            remove(field, routes, duty, at, touched, gone)
    else:
        _related(field, routes, number, touched, gone)
    for duty in range(touched.size):
        if touched[duty]:
            _mend(field, routes, duty, touched, gone)


@uncounted
def _mend(field, routes, duty, touched, gone):  # type: ignore[no-untyped-def]
    """Set times and score of a duty; stops that are no longer in time go as well."""
    refresh(field, routes, duty)
    at = routes.length[duty]
    while at > 0 and is_broken(field, routes, duty):
        if remove(field, routes, duty, at, touched, gone):
            refresh(field, routes, duty)
        at -= 1


@uncounted
def _any_stop(routes):  # type: ignore[no-untyped-def]
    turn = np.random.randint(sum_of(routes.length))
    duty = 0
    while turn >= routes.length[duty]:
        turn -= routes.length[duty]
        duty += 1
    return duty, turn + 1


@uncounted
def _strings(field, routes, number, touched, gone):  # type: ignore[no-untyped-def]
    """A run of stops of one duty after the other."""
    while number > 0 and sum_of(routes.length) > 0:
        duty, at = _any_stop(routes)
        run = min(1 + np.random.randint(number), routes.length[duty])
        begin = max(1, min(at - np.random.randint(run), routes.length[duty] - run + 1))
        for _ in range(run):
            begin += not remove(field, routes, duty, begin, touched, gone)
        number -= run


@compiled
def _related(field, routes, number, touched, gone):  # type: ignore[no-untyped-def]
    """The stops nearest to one of them in travel and in time, by chance a little farther."""
    duty, at = _any_stop(routes)
    here, then = routes.place[duty, at], routes.early[duty, at]
    weight = np.random.random()
    day_off = 1000.0 if np.random.random() < 0.5 else 0.0
    count = routes.length.sum()
    distance = np.empty(count)
    owner = np.empty(count, np.int64)
    stop = np.empty(count, np.int64)
    k = 0
    for other in range(routes.length.size):
        for i in range(1, routes.length[other] + 1):
            away = float(field.legs[here, routes.place[other, i]])
            apart = abs(routes.early[other, i] - then)
            if field.day[other] != field.day[duty]:
                apart = day_off
            distance[k] = (away + weight * apart) * (0.5 + np.random.random())
            owner[k], stop[k] = other, field.request[routes.node[other, i]]
            k += 1
    _remove_nearest(field, routes, distance, owner, stop, min(number, count), touched, gone)


@compiled
def _around_promise(field, routes, number, touched, gone):  # type: ignore[no-untyped-def]
    """All stops of a promise, and those nearest to it in duties that can serve it."""
    promise = _any_promise(field, routes)
    for duty in range(routes.length.size):
        if routes.inside[duty, promise]:
            _remove_request(field, routes, duty, promise, touched, gone)
    count = routes.length.sum()
    distance = np.full(count, np.inf)
    owner = np.empty(count, np.int64)
    stop = np.empty(count, np.int64)
    k = 0
    for duty in range(routes.length.size):
        kind = routes.kind[duty]
        if kind == NOBODY or field.own[kind, promise] == field.own[kind, promise + 1]:
            continue
        here = field.place[field.own[kind, promise]]
        for at in range(1, routes.length[duty] + 1):
            owner[k], stop[k] = duty, field.request[routes.node[duty, at]]
            away = NEARNESS + field.legs[here, routes.place[duty, at]]
            distance[k] = away * (0.5 + np.random.random()) * (KEPT if field.must[stop[k]] else 1.0)
            k += 1
    _remove_nearest(field, routes, distance, owner, stop, min(number, k), touched, gone)


@uncounted
def _any_promise(field, routes):  # type: ignore[no-untyped-def]
    """One of the promises, rather one that is not kept."""
    chosen, seen = 0, 0.0
    for request in range(field.must.size):
        if field.must[request]:
            weight = BROKEN if routes.left[request] > 0 else 1.0
            seen += weight
            if np.random.random() * seen < weight:
                chosen = request
    return chosen


@uncounted
def _remove_nearest(field, routes, distance, owner, stop, number, touched, gone):  # type: ignore[no-untyped-def]
    """So many of the stops listed by duty and request; ``distance`` is used up."""
    for _ in range(number):
        near = first_least(distance)
        distance[near] = np.inf
        _remove_request(field, routes, owner[near], stop[near], touched, gone)


@uncounted
def _remove_request(field, routes, duty, request, touched, gone):  # type: ignore[no-untyped-def]
    for i in range(1, routes.length[duty] + 1):
        if field.request[routes.node[duty, i]] == request:
            remove(field, routes, duty, i, touched, gone)
            return
