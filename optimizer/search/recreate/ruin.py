"""Which stops are taken out: strings of neighbouring duties, any, or related ones."""

import numpy as np
from numba import njit

from optimizer.search.recreate.remanning import reman
from optimizer.search.recreate.removal import remove
from optimizer.search.recreate.routes import is_broken, refresh

REMANNED = 0.15
"""How often vehicles and kits are shared out in another way."""


@njit(cache=True, nogil=True)
def ruin(field, routes, most, touched, gone):  # type: ignore[no-untyped-def]
    """Take out up to ``most`` stops in one of three ways.

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


@njit(cache=True, nogil=True)
def _mend(field, routes, duty, touched, gone):  # type: ignore[no-untyped-def]
    """Set times and score of a duty; stops that are no longer in time go as well."""
    refresh(field, routes, duty)
    at = routes.length[duty]
    while at > 0 and is_broken(field, routes, duty):
        if remove(field, routes, duty, at, touched, gone):
            refresh(field, routes, duty)
        at -= 1


@njit(cache=True, nogil=True)
def _any_stop(routes):  # type: ignore[no-untyped-def]
    turn = np.random.randint(routes.length.sum())
    duty = 0
    while turn >= routes.length[duty]:
        turn -= routes.length[duty]
        duty += 1
    return duty, turn + 1


@njit(cache=True, nogil=True)
def _strings(field, routes, number, touched, gone):  # type: ignore[no-untyped-def]
    """A run of stops of one duty after the other."""
    while number > 0 and routes.length.sum() > 0:
        duty, at = _any_stop(routes)
        run = min(1 + np.random.randint(number), routes.length[duty])
        begin = max(1, min(at - np.random.randint(run), routes.length[duty] - run + 1))
        for _ in range(run):
            begin += not remove(field, routes, duty, begin, touched, gone)
        number -= run


@njit(cache=True, nogil=True)
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
    for _ in range(min(number, count)):
        near = np.argmin(distance)
        distance[near] = np.inf
        _remove_request(field, routes, owner[near], stop[near], touched, gone)


@njit(cache=True, nogil=True)
def _remove_request(field, routes, duty, request, touched, gone):  # type: ignore[no-untyped-def]
    for i in range(1, routes.length[duty] + 1):
        if field.request[routes.node[duty, i]] == request:
            remove(field, routes, duty, i, touched, gone)
            return
