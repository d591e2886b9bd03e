"""All people of a promise put in at once: on which days, in how many stops, how many in each.

What every duty loses by so many people is known (``optimizer.search.recreate.ejection``); a dynamic
program over duties and people finds the stops that lose least. Put in one by one and as large as
they can be, they would leave a rest that fits nowhere.
"""

from typing import NamedTuple

import numpy as np

from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import uncounted
from optimizer.reductions import first_least, first_most, least_of, sum_of
from optimizer.search.recreate.ejection import Ways, find_ways, loss_of, no_ways, take
from optimizer.search.recreate.field import Field

OFTEN, OTHERS = 0.5, 0.2
"""How often a promise that lost a stop is put in so, and others that are not kept, beside it."""
SKIPPED = 0.2
"""How often a duty is not looked at."""
VISITS = 2
"""Most stops of a day that are looked at."""


class Desk(NamedTuple):
    """Room to work in; duties that can take a stop are numbered in the order of days.

    Attributes
    ----------
    ways
        Of the duty that is looked at.
    order
        All duties, day by day.
    duty, most
        Each duty that can take a stop, and most people of it.
    told
        Score of the first stop on the duty's day, if that is a date to keep.
    loss
        Score lost by people, shape ``(d, people + 1)``.
    before, after
        Least loss by stops on the duty's day and people so far, without the duty and with it;
        shape ``(d, VISITS + 1, people + 1)``.
    """

    ways: Ways
    order: Ints
    duty: Ints
    most: Ints
    told: Floats
    loss: Floats
    before: Floats
    after: Floats


def empty_desk(field: Field, most: int) -> Desk:
    """Room for all promises and duties with up to ``most`` stops."""
    people = int(field.asked[field.must].max(initial=0)) + 1
    duties = field.day.size
    return Desk(
        no_ways(most),
        np.argsort(field.day, kind="stable").astype(np.int64),
        np.zeros(duties, np.int64),
        np.zeros(duties, np.int64),
        np.zeros(duties),
        np.zeros((duties, people)),
        np.zeros((duties, VISITS + 1, people)),
        np.zeros((duties, VISITS + 1, people)),
    )


@uncounted
def keep_promises(field, routes, mood, desk, touched, gone):  # type: ignore[no-untyped-def]
    """Put in promises that have just lost a stop, and sometimes others that are not kept."""
    start = np.random.randint(gone.size)
    for step in range(gone.size):
        request = (start + step) % gone.size
        if not field.must[request] or routes.left[request] == 0:
            continue
        if np.random.random() < OFTEN * (1.0 if gone[request] else OTHERS):
            keep_promise(field, routes, mood, desk, request, SKIPPED, touched, gone)


@uncounted
def keep_promise(field, routes, mood, desk, request, skipped, touched, gone):  # type: ignore[no-untyped-def]
    """Put in all people left of a promise, if there are ways; whether there were."""
    number = _candidates(field, routes, mood, desk, request, skipped)
    left = routes.left[request]
    if sum_of(desk.most[:number]) < left or not _cheapest(field, routes, desk, request, number):
        return False
    after, before = desk.after, desk.before
    stops = first_least(after[number - 1, :, left])
    for k in range(number - 1, -1, -1):
        duty = desk.duty[k]
        if k < number - 1 and field.day[duty] != field.day[desk.duty[k + 1]]:
            stops = first_least(after[k, :, left])
        if after[k, stops, left] == before[k, stops, left]:
            continue
        people, told = 1, desk.told[k] if stops == 1 else 0.0
        while (
            before[k, stops - 1, left - people] + desk.loss[k, people] - told
            > after[k, stops, left]
        ):
            people += 1
        _put(field, routes, desk, duty, request, people, touched, gone)
        left -= people
        stops -= 1
    return True


@uncounted
def _candidates(field, routes, mood, desk, request, skipped):  # type: ignore[no-untyped-def]
    """Duties that can take a stop, and what they lose by it; return how many."""
    number = 0
    for duty in desk.order:
        day = field.day[duty]
        if mood.barred[request] == day or routes.inside[duty, request]:
            continue
        if routes.visits[request, day] >= field.visits[request] or np.random.random() < skipped:
            continue
        ways = find_ways(field, routes, desk.ways, duty, request)
        if ways > 0:
            desk.duty[number] = duty
            desk.told[number] = 0.0 if routes.visits[request, day] else field.kept[request, day]
            _tabulate(field, routes, desk, request, number, ways)
            number += 1
    return number


@uncounted
def _tabulate(field, routes, desk, request, number, ways):  # type: ignore[no-untyped-def]
    """Least loss of a duty by people, out of all its ways."""
    loss, found = desk.loss[number], desk.ways
    most = found.most[1, first_most(found.most[1, :ways])]
    desk.most[number] = most
    loss[: most + 1] = np.inf
    for way in range(ways):
        for people in range(max(1, found.most[0, way]), found.most[1, way] + 1):
            loss[people] = min(loss[people], loss_of(found, way, people))
    for people in range(most - 1, 0, -1):
        loss[people] = min(loss[people], loss[people + 1])
    loss[: max(1, field.fewest[request])] = np.inf


@uncounted
def _cheapest(field, routes, desk, request, number):  # type: ignore[no-untyped-def]
    """Least losses of all people; whether they can be served."""
    left = routes.left[request]
    before, after = desk.before, desk.after
    fewest = max(1, field.fewest[request])
    for k in range(number):
        day = field.day[desk.duty[k]]
        if k > 0 and field.day[desk.duty[k - 1]] == day:
            _copy(after[k - 1], before[k], left)
        else:
            _begin_day(desk, k, left)
        _copy(before[k], after[k], left)
        visits = min(VISITS, field.visits[request] - routes.visits[request, day])
        for stops in range(visits):
            told = desk.told[k] if stops == 0 else 0.0
            for people in range(fewest, min(left, desk.most[k]) + 1):
                lost = desk.loss[k, people]
                for rest in range(left - people + 1):
                    total = before[k, stops, rest] + lost - told
                    least = after[k, stops + 1, rest + people]
                    after[k, stops + 1, rest + people] = min(total, least)
    return least_of(after[number - 1, :, left]) < np.inf


@uncounted
def _copy(source, target, left):  # type: ignore[no-untyped-def]
    """Losses by stops and up to so many people."""
    for stops in range(source.shape[0]):
        for people in range(left + 1):
            target[stops, people] = source[stops, people]


@uncounted
def _begin_day(desk, k, left):  # type: ignore[no-untyped-def]
    """No stop of the day yet, whatever there was on days before."""
    desk.before[k, :, : left + 1] = np.inf
    if k == 0:
        desk.before[k, 0, 0] = 0.0
        return
    for people in range(left + 1):
        desk.before[k, 0, people] = least_of(desk.after[k - 1, :, people])


@uncounted
def _put(field, routes, desk, duty, request, people, touched, gone):  # type: ignore[no-untyped-def]
    """Put a stop with so many people into a duty in the way that loses least."""
    best, least = 0, np.inf
    for way in range(find_ways(field, routes, desk.ways, duty, request)):
        lost = loss_of(desk.ways, way, people)
        if lost < least:
            best, least = way, lost
    take(field, routes, desk.ways, best, duty, people, touched, gone)
