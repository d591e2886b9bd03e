"""How many people the stops of a duty serve within the time that it has."""

import numpy as np

from optimizer.compiled import uncounted
from optimizer.search.recreate.field import LOCKED
from optimizer.search.recreate.routes import refresh


@uncounted
def shrink(field, routes, duty, share):  # type: ignore[no-untyped-def]
    """Serve fewer people at the stops of a duty, up to a share of those that can be left out."""
    for i in range(1, routes.length[duty] + 1):
        node, option = routes.node[duty, i], routes.option[duty, i]
        request, first = field.request[node], field.first[node]
        if option > first and not _counted(field, routes, duty, request):
            fewer = option - np.int64(np.random.random() * share * (option - first + 1))
            routes.left[request] += field.people[option] - field.people[fewer]
            routes.option[duty, i] = fewer
    refresh(field, routes, duty)


@uncounted
def _counted(field, routes, duty, request):  # type: ignore[no-untyped-def]
    """Whether a pin may ask for just so many people as the duty serves."""
    pinned = field.pinned[routes.kind[duty], request]
    return pinned > 0 or pinned == LOCKED


@uncounted
def fill_up(field, routes, duty):  # type: ignore[no-untyped-def]
    """Serve more people at the stops of a duty while there is time, the dearest minutes first."""
    while True:
        highest, at, better = 0.0, 0, 0
        for i in range(1, routes.length[duty] + 1):
            node, option = routes.node[duty, i], routes.option[duty, i]
            request = field.request[node]
            if routes.left[request] == 0 or option + 1 == field.first[node + 1]:
                continue
            if _counted(field, routes, duty, request):
                continue
            room = routes.late[duty, i] - routes.early[duty, i] + 2 * field.minutes[option]
            most = field.people[option] + routes.left[request]
            end = field.first[node + 1]
            found = largest(field.minutes, field.people, option, end, room, most)
            rest = most - field.people[found]
            if found == option or 0 < rest < field.fewest[request] < field.people[option]:
                continue
            more = field.people[found] - field.people[option]
            rate = field.wanted[request] * more / (1 + field.minutes[found] - field.minutes[option])
            if rate > highest:
                highest, at, better = rate, i, found
        if at == 0:
            return
        request = field.request[routes.node[duty, at]]
        routes.left[request] -= field.people[better] - field.people[routes.option[duty, at]]
        routes.option[duty, at] = better
        refresh(field, routes, duty)


@uncounted
def largest(minutes, people, low, high, most_minutes, most_people):  # type: ignore[no-untyped-def]
    """Last option within the minutes and people; the first one is within both."""
    low += 1
    while low < high:
        middle = (low + high) // 2
        if minutes[middle] <= most_minutes and people[middle] <= most_people:
            low = middle + 1
        else:
            high = middle
    return low - 1
