"""Ways to put a stop into a duty at the cost of others, which go or serve fewer people.

References
----------
Nagata & Bräysy (2009), doi:10.1016/j.orl.2009.04.006 (insertion with ejection).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import uncounted
from optimizer.search.recreate.crews import NOBODY
from optimizer.search.recreate.people import largest
from optimizer.search.recreate.removal import meets_pin, remove
from optimizer.search.recreate.routes import put_in, refresh

ROOM = 256
"""Most ways that are looked at."""
SUBSETS = 3
"""Of so many stops that may go, every subset is tried; of more, each alone, and all."""
LONGEST = 60
"""Duties with more stops have no ways: there are not enough bits."""
ANY = 1 << 30


class Ways(NamedTuple):
    """Ways to put a stop of one request into one duty; the first rows count.

    Attributes
    ----------
    out
        Stops that go, as bits counted from the first stop's 1; shape ``(ROOM,)``.
    node, gap
        The new stop, and how many of those that stay come before it.
    most
        Most people it can serve: if those that stay serve as many as before, and if they serve
        as few as they may; shape ``(2, ROOM)``.
    cost, extra
        Score lost in the first case, and how much more in the second.
    early, late
        Earliest end and latest start of those that stay, for both cases, the depot first;
        working space.
    """

    out: Ints
    node: Ints
    gap: Ints
    most: NDArray[np.int64]
    cost: Floats
    extra: Floats
    early: NDArray[np.int64]
    late: NDArray[np.int64]


def no_ways(most: int) -> Ways:
    """Room for the ways of duties with up to ``most`` stops."""
    out, node, gap = (np.zeros(ROOM, np.int64) for _ in range(3))
    times = [np.zeros((2, most + 2), np.int64) for _ in range(2)]
    return Ways(
        out, node, gap, np.zeros((2, ROOM), np.int64), np.zeros(ROOM), np.zeros(ROOM), *times
    )


@uncounted
def find_ways(field, routes, ways, duty, request):  # type: ignore[no-untyped-def]
    """Find the ways for a request that the duty does not visit; return how many there are."""
    kind, length = routes.kind[duty], routes.length[duty]
    if kind == NOBODY or length > LONGEST:
        return 0
    if field.own[kind, request] == field.own[kind, request + 1]:
        return 0
    movable, number = 0, 0
    for at in range(1, length + 1):
        if may_go(field, routes, duty, at):
            movable |= 1 << at
            number += 1
    found = _ways_without(field, routes, ways, duty, request, movable, movable, 0)
    if found == 0 or movable == 0:  # without all that may go there is most room, as a rule
        return found
    found = _ways_without(field, routes, ways, duty, request, 0, movable, found)
    if number <= SUBSETS:
        out = (movable - 1) & movable
        while out:
            found = _ways_without(field, routes, ways, duty, request, out, movable, found)
            out = (out - 1) & movable
        return found
    for at in range(1, length + 1):
        if movable & (1 << at):
            found = _ways_without(field, routes, ways, duty, request, 1 << at, movable, found)
    return found


@uncounted
def may_go(field, routes, duty, at):  # type: ignore[no-untyped-def]
    """Whether a stop is neither promised nor pinned."""
    promised = field.must[field.request[routes.node[duty, at]]]
    return not promised and not meets_pin(field, routes, duty, at)


@uncounted
def _ways_without(field, routes, ways, duty, request, out, movable, found):  # type: ignore[no-untyped-def]
    """Add the ways where the stops ``out`` go, one for each gap and node."""
    kind, length = routes.kind[duty], routes.length[duty]
    legs, km_cost, depot = field.legs, field.km_cost, field.depot[kind]
    extra = _times(field, routes, ways, duty, out, movable)
    if _late(ways, 1):
        return found
    late, lost = _late(ways, 0), _lost(field, routes, duty, out)
    low, high = field.own[kind, request], field.own[kind, request + 1]
    here, before, gap, at = field.place[low], depot, 0, 0
    while True:
        at += 1
        while at <= length and out & (1 << at):
            at += 1
        behind = routes.place[duty, at] if at <= length else depot
        detour = km_cost[before, here] + km_cost[here, behind] - km_cost[before, behind]
        for node in range(low, high):
            if found == ROOM:
                return found
            for case in range(2):
                begin = max(ways.early[case, gap] + legs[before, here], field.opens[node])
                end = min(field.closes[node], ways.late[case, gap + 1] - legs[here, behind])
                ways.most[case, found] = _most(field, routes, request, node, end - begin)
            if late:
                ways.most[0, found] = 0
            if ways.most[1, found] > 0:
                ways.out[found], ways.node[found], ways.gap[found] = out, node, gap
                ways.cost[found], ways.extra[found] = lost + detour, extra
                found += 1
        if at > length:
            return found
        before = behind
        gap += 1


@uncounted
def _late(ways, case):  # type: ignore[no-untyped-def]
    """Whether what stays is not in time by itself: where a leg is longer than two others."""
    return ways.late[case, 0] < 0


@uncounted
def _most(field, routes, request, node, room):  # type: ignore[no-untyped-def]
    """Most people of a stop in so many minutes, 0 if it cannot be."""
    first, end = field.first[node], field.first[node + 1]
    if room < field.minutes[first] or routes.left[request] < field.people[first]:
        return 0
    left = routes.left[request]
    return field.people[largest(field.minutes, field.people, first, end, room, left)]


@uncounted
def _times(field, routes, ways, duty, out, movable):  # type: ignore[no-untyped-def]
    """Times of the stops that stay; return what it costs if they serve as few as they may."""
    kind, length = routes.kind[duty], routes.length[duty]
    legs, opens, closes, minutes = field.legs, field.opens, field.closes, field.minutes
    here, count, extra = field.depot[kind], 0, 0.0
    ways.early[:, 0] = 0
    for at in range(1, length + 1):
        if out & (1 << at):
            continue
        node, option = routes.node[duty, at], routes.option[duty, at]
        short = field.first[node] if movable & (1 << at) else option
        fewer = field.people[option] - field.people[short]
        extra += field.worth[field.request[node]] * fewer
        count += 1
        for case, chosen in enumerate((option, short)):
            arrive = ways.early[case, count - 1] + legs[here, routes.place[duty, at]]
            ways.early[case, count] = max(arrive, opens[node]) + minutes[chosen]
        here = routes.place[duty, at]
    here = field.depot[kind]
    ways.late[:, count + 1] = field.horizon[kind]
    for at in range(length, 0, -1):
        if out & (1 << at):
            continue
        node, option = routes.node[duty, at], routes.option[duty, at]
        short = field.first[node] if movable & (1 << at) else option
        for case, chosen in enumerate((option, short)):
            leave = ways.late[case, count + 1] - legs[routes.place[duty, at], here]
            ways.late[case, count] = min(closes[node], leave) - minutes[chosen]
        here = routes.place[duty, at]
        count -= 1
    for case in range(2):
        ways.late[case, 0] = ways.late[case, 1] - legs[field.depot[kind], here]
    return extra


@uncounted
def _lost(field, routes, duty, out):  # type: ignore[no-untyped-def]
    """Score lost with the stops ``out``; an empty duty costs something to begin."""
    length, place, km_cost = routes.length[duty], routes.place[duty], field.km_cost
    if length == 0:
        return field.duty_cost
    lost, before = 0.0, place[0]
    for at in range(1, length + 2):
        lost -= km_cost[place[at - 1], place[at]]
        if at <= length and out & (1 << at):
            node = routes.node[duty, at]
            request, day = field.request[node], field.day[duty]
            lost += field.worth[request] * field.people[routes.option[duty, at]]
            if routes.visits[request, day] == 1:
                lost += field.kept[request, day]
        else:
            lost += km_cost[before, place[at]]
            before = place[at]
    return lost


@uncounted
def loss_of(ways, way, people):  # type: ignore[no-untyped-def]
    """Score lost in a way by the people of the new stop, infinite if they are too many."""
    few, most = ways.most[0, way], ways.most[1, way]
    if people > most:
        return np.inf
    share = (people - few) / (most - few) if people > few else 0.0
    return ways.cost[way] + ways.extra[way] * share


@uncounted
def take(field, routes, ways, way, duty, people, touched, gone):  # type: ignore[no-untyped-def]
    """Put the new stop in; what went or serves fewer people is told in ``gone``."""
    out, node = ways.out[way], ways.node[way]
    shorter = people > ways.most[0, way]
    for at in range(routes.length[duty], 0, -1):
        if out & (1 << at):
            remove(field, routes, duty, at, touched, gone)
    for at in range(1, routes.length[duty] + 1):
        if shorter and may_go(field, routes, duty, at):
            other, option = routes.node[duty, at], routes.option[duty, at]
            fewer = field.people[option] - field.people[field.first[other]]
            routes.left[field.request[other]] += fewer
            routes.option[duty, at] = field.first[other]
            gone[field.request[other]] = True
    first, end = field.first[node], field.first[node + 1]
    option = largest(field.minutes, field.people, first, end, ANY, people)
    refresh(field, routes, duty)
    put_in(field, routes, duty, ways.gap[way], node, option)
    touched[duty] = True
