"""Vehicles and kits of a day and depot are shared out in another way."""

import numpy as np

from optimizer.compiled import compiled, uncounted
from optimizer.search.recreate.crews import NOBODY, dismiss, engage, engage_any
from optimizer.search.recreate.removal import held, remove
from optimizer.search.recreate.routes import put_in, take_out

ANEW, SWAPPED = 0.3, 0.5
"""How often two duties start from nothing, and how often vehicles go over and not a kit."""
TRIES = 50


@compiled
def reman(field, routes, touched, gone):  # type: ignore[no-untyped-def]
    """Change the crews of two duties of a day and depot, unless one of them meets a pin."""
    block = field.crews.block
    one, other = np.random.randint(touched.size), np.random.randint(touched.size)
    for _ in range(TRIES):
        if other != one and block[other] == block[one]:
            break
        other = np.random.randint(touched.size)
    if other == one or block[other] != block[one]:
        return
    if held(field, routes, one) or held(field, routes, other):
        return
    if np.random.random() < ANEW:
        _anew(field, routes, one, other, touched, gone)
    elif np.random.random() < SWAPPED:
        _swap(field, routes, one, other, touched, gone)
    else:
        _hand_over(field, routes, one, other, touched, gone)


@uncounted
def _anew(field, routes, one, other, touched, gone):  # type: ignore[no-untyped-def]
    """Both lose all stops and take any vehicles and kits."""
    for duty in (one, other):
        while routes.length[duty]:
            remove(field, routes, duty, routes.length[duty], touched, gone)
        touched[duty] = True
        dismiss(routes, field.crews, duty)
    most = field.crews.kind.shape[2]
    engage_any(routes, field.crews, one, 1 + np.random.randint(most))
    engage_any(routes, field.crews, other, 1 + np.random.randint(most))


@compiled
def _swap(field, routes, one, other, touched, gone):  # type: ignore[no-untyped-def]
    """Vehicles change hands, kits stay; stops stay where they still can be made."""
    crews = field.crews
    if routes.kind[one] == NOBODY or routes.kind[other] == NOBODY:
        return
    car, kits = routes.car[other], routes.taken[one]
    to_one = crews.kind[crews.team[one], car, kits]
    to_other = crews.kind[crews.team[other], routes.car[one], routes.taken[other]]
    if routes.car[one] == car or NOBODY in (to_one, to_other):
        return
    mine, theirs = routes.car[one], routes.taken[other]
    stops, others = _strip(field, routes, one), _strip(field, routes, other)
    engage(routes, crews, one, car, kits)
    engage(routes, crews, other, mine, theirs)
    touched[one] = touched[other] = True
    _put_back(field, routes, one, stops, gone)
    _put_back(field, routes, other, others, gone)


@compiled
def _hand_over(field, routes, one, other, touched, gone):  # type: ignore[no-untyped-def]
    """A kit goes from one duty, which keeps what stops it can, to the other."""
    crews = field.crews
    if routes.kind[one] == NOBODY:
        return
    fewer = routes.taken[one] - 1
    if fewer == 0 or not _can_take(crews, routes, one, fewer):
        return
    more = routes.taken[other] + 1
    if routes.kind[other] == NOBODY:
        _change(field, routes, one, routes.car[one], fewer, touched, gone)
        engage_any(routes, crews, other, 1)
        touched[other] = True
    elif _can_take(crews, routes, other, more):
        _change(field, routes, one, routes.car[one], fewer, touched, gone)
        _change(field, routes, other, routes.car[other], more, touched, gone)


@uncounted
def _can_take(crews, routes, duty, kits):  # type: ignore[no-untyped-def]
    """Whether the crew of a duty can make use of so many kits."""
    known = crews.kind[crews.team[duty], routes.car[duty]]
    return kits < known.size and known[kits] != NOBODY


@compiled
def _change(field, routes, duty, car, kits, touched, gone):  # type: ignore[no-untyped-def]
    """Give a duty another vehicle and number of kits; see ``_stay``."""
    stops = _strip(field, routes, duty)
    engage(routes, field.crews, duty, car, kits)
    touched[duty] = True
    _put_back(field, routes, duty, stops, gone)


@compiled
def _strip(field, routes, duty):  # type: ignore[no-untyped-def]
    """Take all from a duty, its crew too; return its nodes."""
    stops = routes.node[duty, 1 : routes.length[duty] + 1].copy()
    for at in range(stops.size, 0, -1):
        take_out(field, routes, duty, at)
    dismiss(routes, field.crews, duty)
    return stops


@uncounted
def _put_back(field, routes, duty, stops, gone):  # type: ignore[no-untyped-def]
    """Put the stops back that the new crew can make."""
    for node in stops:
        if not _stay(field, routes, duty, node):
            gone[field.request[node]] = True


@uncounted
def _stay(field, routes, duty, known):  # type: ignore[no-untyped-def]
    """Make a stop of a former class the last one, with the fewest people, if there is time."""
    kind, request = routes.kind[duty], field.request[known]
    here = routes.place[duty, routes.length[duty]]
    now = routes.early[duty, routes.length[duty]]
    if routes.length[duty] == 0:
        here, now = field.depot[kind], 0
    if routes.left[request] < max(1, field.fewest[request]):
        return False
    for node in range(field.own[kind, request], field.own[kind, request + 1]):
        if field.opens[node] == field.opens[known]:
            place, option = field.place[node], field.first[node]
            end = max(now + field.legs[here, place], field.opens[node]) + field.minutes[option]
            if end > field.closes[node]:
                return False
            if end + field.legs[place, field.depot[kind]] > field.horizon[kind]:
                return False
            put_in(field, routes, duty, routes.length[duty], node, option)
            return True
    return False
