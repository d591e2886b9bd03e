"""Stops are put in one by one, the best score to some power for the time it takes first."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints
from optimizer.compiled import compiled, uncounted
from optimizer.reductions import first_most, sum_of
from optimizer.search.recreate.crews import NOBODY
from optimizer.search.recreate.field import Field
from optimizer.search.recreate.people import largest
from optimizer.search.recreate.routes import put_in


class Chances(NamedTuple):
    """The best way to put each node into each duty.

    Attributes
    ----------
    rate, after, option
        How good it is (0 if it cannot be), behind which stop, with which option; ``(d, n)``,
        nodes counted from the first of the duty's class.
    best
        The best node of each duty, shape ``(d,)``.
    """

    rate: Floats
    after: NDArray[np.int32]
    option: NDArray[np.int32]
    best: Ints


def empty_chances(field: Field) -> Chances:
    """Room for every duty and node."""
    shape = (field.day.size, int(np.diff(field.first_node).max()))
    return Chances(
        np.zeros(shape),
        np.zeros(shape, np.int32),
        np.zeros(shape, np.int32),
        np.zeros(shape[0], np.int64),
    )


@compiled
def recreate(field, routes, mood, chances, touched, gone):  # type: ignore[no-untyped-def]
    """Put in stops until none fits; duties that gain one become touched.

    Touched duties are open to every request, the others to those that have just lost a stop.
    """
    lost, wide = np.flatnonzero(gone), touched.copy()
    for duty in range(touched.size):
        _look_first(field, routes, mood, chances, duty, wide[duty], lost)
    while True:
        duty = -1
        highest = 0.0
        for other in range(touched.size):
            rate = chances.rate[other, chances.best[other]]
            if rate > highest:
                duty, highest = other, rate
        if duty < 0:
            return
        number = chances.best[duty]
        node = field.first_node[routes.kind[duty]] + number
        after, option = chances.after[duty, number], chances.option[duty, number]
        put_in(field, routes, duty, after, node, option)
        touched[duty] = True
        low, high = _nodes(field, routes, duty)
        _weigh(field, routes, mood, chances, duty, low, low, high, after)
        _choose(field, routes, chances, duty, wide[duty], lost)
        _look_again(field, routes, mood, chances, duty, field.request[node], wide, lost)


@uncounted
def _nodes(field, routes, duty):  # type: ignore[no-untyped-def]
    """First node of a duty's class, and the one behind its last."""
    kind = routes.kind[duty]
    return field.first_node[kind], field.first_node[kind + 1]


@uncounted
def _look_first(field, routes, mood, chances, duty, wide, lost):  # type: ignore[no-untyped-def]
    """Chances of a duty, all of which are 0 before: of every node, or of requests that lost some.

    They are 0 again when nothing fits any more.
    """
    chances.best[duty] = 0
    kind = routes.kind[duty]
    if kind == NOBODY:
        return
    low, high = _nodes(field, routes, duty)
    if wide:
        chances.rate[duty, : high - low] = 1.0
        _weigh(field, routes, mood, chances, duty, low, low, high, -1)
    else:
        for request in lost:
            start, stop = field.own[kind, request], field.own[kind, request + 1]
            chances.rate[duty, start - low : stop - low] = 1.0
            _weigh(field, routes, mood, chances, duty, low, start, stop, -1)
    _choose(field, routes, chances, duty, wide, lost)


@uncounted
def _choose(field, routes, chances, duty, wide, lost):  # type: ignore[no-untyped-def]
    """Note the best node of a duty."""
    low, high = _nodes(field, routes, duty)
    rates, best = chances.rate[duty, : high - low], 0
    if wide:
        best = first_most(rates)
    else:
        kind = routes.kind[duty]
        for request in lost:
            for number in range(field.own[kind, request] - low, field.own[kind, request + 1] - low):
                if rates[number] > rates[best]:
                    best = number
    chances.best[duty] = best


@uncounted
def _look_again(field, routes, mood, chances, done, request, wide, lost):  # type: ignore[no-untyped-def]
    """Chances of one request in all other duties anew."""
    for duty in range(chances.best.size):
        kind = routes.kind[duty]
        if kind == NOBODY:
            continue
        start, stop = field.own[kind, request], field.own[kind, request + 1]
        low = field.first_node[kind]
        if duty == done or sum_of(chances.rate[duty, start - low : stop - low]) == 0.0:
            continue
        _weigh(field, routes, mood, chances, duty, low, start, stop, -1)
        if start - low <= chances.best[duty] < stop - low:
            _choose(field, routes, chances, duty, wide[duty], lost)


@uncounted
def _weigh(field, routes, mood, chances, duty, low, start, stop, split):  # type: ignore[no-untyped-def]  # noqa: C901, PLR0912, PLR0915
    """The best place in a duty for each of the nodes ``start:stop``; rate 0 if there is none.

    If ``split`` is not negative, a stop was just put in behind that one: then the place known and
    the two new ones are looked at, and all of them only if none of these will do.
    """
    opens, closes, first, people = field.opens, field.closes, field.first, field.people
    minutes, legs, km_cost, at = field.minutes, field.legs, field.km_cost, field.place
    request_of, fewest, day = field.request, field.fewest, field.day[duty]
    wanted_by, visits, kept = field.wanted, field.visits, field.kept[:, day]
    first_count, most_people, neat = field.first_count, mood.most, mood.neat
    visited, left = routes.visits[:, day], routes.left
    inside, length = routes.inside[duty], routes.length[duty]
    place, early, late = routes.place[duty], routes.early[duty], routes.late[duty]
    powers, waiting = field.powers[mood.power], mood.waiting
    banned, barred, noise = mood.banned, mood.barred, mood.noise
    rates, afters, options = chances.rate[duty], chances.after[duty], chances.option[duty]
    duty_cost = 0.0 if length else field.duty_cost
    for node in range(start, stop):
        if rates[node - low] == 0.0:
            continue
        rates[node - low] = 0.0
        request = request_of[node]
        people_left = left[request]
        if (
            people_left == 0
            or banned[request]
            or inside[request]
            or barred[request] == field.day[duty]
            or people_left < fewest[request]
            or visited[request] >= visits[request]
        ):
            continue
        here, opening, closing = at[node], opens[node], closes[node]
        shortest = minutes[first[node]]
        bonus = (0.0 if visited[request] else kept[request]) - duty_cost
        highest = 0.0
        known = afters[node - low]
        known += known > split
        everywhere, turn, gap = split < 0, 0, 0
        while True:
            if everywhere:
                if gap > length or early[gap] + shortest > closing:
                    break
                i = gap
                gap += 1
            elif turn < 3:
                i = known if turn == 0 else split + turn - 1
                turn += 1
            elif highest > 0.0:
                break
            else:
                everywhere = True
                continue
            if late[i + 1] - max(early[i], opening) < shortest:
                continue
            there, on = legs[place[i], here], legs[here, place[i + 1]]
            arrive = early[i] + there
            begin = max(arrive, opening)
            room = min(closing, late[i + 1] - on) - begin
            if room >= shortest:
                option = first[node]
                end = first[node + 1]
                if end > option + 1:
                    most = min(people_left, most_people[request])
                    option = largest(minutes, people, option, end, room, most)
                    rest = people_left - people[option]
                    if neat and 0 < rest < fewest[request]:
                        most = max(fewest[request], people_left - fewest[request])
                        option = largest(minutes, people, first[node], end, room, most)
                detour = (
                    km_cost[place[i], here]
                    + km_cost[here, place[i + 1]]
                    - km_cost[place[i], place[i + 1]]
                )
                score = wanted_by[request] * people[option]
                gain = score + bonus - detour
                if gain > 0.0 and score > 0.0:
                    spent = there + on - legs[place[i], place[i + 1]] + minutes[option]
                    spent = max(1.0, spent + waiting * (begin - arrive))
                    power = powers[first_count[request] + people[option]]
                    rate = power * gain / (score * spent)
                    if rate > highest:
                        highest = rate
                        afters[node - low] = i
                        options[node - low] = option
        rates[node - low] = highest * noise[request]
