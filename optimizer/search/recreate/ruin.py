"""Which stops are taken out: strings of neighbouring duties, any, or related ones."""

import numpy as np
from numba import njit

from optimizer.search.recreate.crews import dismiss, engage_any
from optimizer.search.recreate.routes import refresh, take_out

MANNED_ANEW = 0.05
TRIES = 50


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
    if np.random.random() < MANNED_ANEW and field.first_node.size > 2:
        _man_anew(field, routes, touched, gone)
    elif way < 0.4:
        _strings(field, routes, number, touched, gone)
    elif way < 0.55:
        for _ in range(number):
            duty, at = _any_stop(routes)
            _remove(field, routes, duty, at, touched, gone)
    else:
        _related(field, routes, number, touched, gone)
    for duty in range(touched.size):
        if touched[duty]:
            refresh(field, routes, duty)


@njit(cache=True, nogil=True)
def _man_anew(field, routes, touched, gone):  # type: ignore[no-untyped-def]
    """Two duties of a day and depot lose all stops and share vehicles and kits out anew."""
    crews = field.crews
    one, other = np.random.randint(touched.size), np.random.randint(touched.size)
    for _ in range(TRIES):
        if other != one and crews.block[other] == crews.block[one]:
            break
        other = np.random.randint(touched.size)
    if crews.block[other] != crews.block[one] or _held(field, routes, one):
        return
    if _held(field, routes, other):
        return
    for duty in (one, other):
        while routes.length[duty]:
            _remove(field, routes, duty, routes.length[duty], touched, gone)
        touched[duty] = True
        dismiss(routes, crews, duty)
    most = crews.kind.shape[2]
    engage_any(routes, crews, one, 1 + np.random.randint(most))
    engage_any(routes, crews, other, 1 + np.random.randint(most))


@njit(cache=True, nogil=True)
def _held(field, routes, duty):  # type: ignore[no-untyped-def]
    """Whether a stop of the duty meets a pin."""
    for i in range(1, routes.length[duty] + 1):  # noqa: SIM110
        if _meets_pin(field, routes, duty, i):
            return True
    return False


@njit(cache=True, nogil=True)
def _meets_pin(field, routes, duty, at):  # type: ignore[no-untyped-def]
    people = field.pinned[routes.kind[duty], field.request[routes.node[duty, at]]]
    return people == 0 or people == field.people[routes.option[duty, at]]


@njit(cache=True, nogil=True)
def _any_stop(routes):  # type: ignore[no-untyped-def]
    turn = np.random.randint(routes.length.sum())
    duty = 0
    while turn >= routes.length[duty]:
        turn -= routes.length[duty]
        duty += 1
    return duty, turn + 1


@njit(cache=True, nogil=True)
def _remove(field, routes, duty, at, touched, gone):  # type: ignore[no-untyped-def]
    """Take a stop out unless it meets a pin; whether it went."""
    if _meets_pin(field, routes, duty, at):
        return False
    gone[field.request[routes.node[duty, at]]] = True
    touched[duty] = True
    take_out(field, routes, duty, at)
    return True


@njit(cache=True, nogil=True)
def _strings(field, routes, number, touched, gone):  # type: ignore[no-untyped-def]
    """A run of stops of one duty after the other."""
    while number > 0 and routes.length.sum() > 0:
        duty, at = _any_stop(routes)
        run = min(1 + np.random.randint(number), routes.length[duty])
        begin = max(1, min(at - np.random.randint(run), routes.length[duty] - run + 1))
        for _ in range(run):
            begin += not _remove(field, routes, duty, begin, touched, gone)
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
            _remove(field, routes, duty, i, touched, gone)
            return
