"""All that stays as it is while duties are filled, as flat arrays for the compiled rounds."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints
from optimizer.columns.week import Week
from optimizer.search.recreate.crews import Crews, build_crews

MUST = 10.0
"""People of must-serve requests are looked for so many times as hard as the dearest."""
POWERS = np.linspace(0.5, 2.0, 16)
UNPINNED, LOCKED = -1, -2


class Field(NamedTuple):
    """Duties to fill, and the nodes of all classes one after the other.

    Attributes
    ----------
    crews
        Teams of the duties, and what they can take along.
    day
        Day of each duty, shape ``(d,)``.
    first_node
        Nodes of class ``c`` are ``first_node[c]:first_node[c + 1]``.
    horizon, depot
        Working minutes and depot of each class.
    own
        Nodes of request ``r`` in class ``c`` are ``own[c, r]:own[c, r + 1]``.
    request, place, opens, closes, first, people, minutes
        As in ``Grid``, over all nodes and options.
    first_count
        ``p`` people of request ``r`` stand at ``first_count[r] + p`` in ``powers`` and ``marks``.
    powers
        How much people are looked for, to the power of each of ``POWERS``.
    legs, km_cost
        Whole minutes and cost between locations.
    worth, wanted
        Score of a person, and how much one is looked for, by request.
    asked, fewest, visits
        People, fewest of a stop and most visits a day, by request.
    kept
        Score of the first visit, by request and day.
    must
        Whether all people must be served, by request.
    pinned
        By class and request: the people of a stop that meets a pin, 0 if any number does,
        ``UNPINNED`` if none does, ``LOCKED`` if there are several pins.
    duty_cost
        Cost of a duty with stops.
    marks
        A random number for people of a request, to tell duties apart.
    """

    crews: Crews
    day: Ints
    first_node: Ints
    horizon: Ints
    depot: Ints
    own: Ints
    request: Ints
    place: Ints
    opens: Ints
    closes: Ints
    first: Ints
    people: NDArray[np.int32]
    minutes: NDArray[np.int32]
    first_count: Ints
    powers: Floats
    legs: NDArray[np.int32]
    km_cost: Floats
    worth: Floats
    wanted: Floats
    asked: Ints
    fewest: Ints
    visits: Ints
    kept: Floats
    must: NDArray[np.bool_]
    pinned: NDArray[np.int32]
    duty_cost: float
    marks: NDArray[np.uint64]


def build_field(week: Week) -> Field:
    """Lay out a duty for every team and day, and all classes that it may belong to."""
    grids, requests, goal = week.grids, week.problem.requests, week.problem.objective
    options = np.cumsum([0, *(grid.people.size for grid in grids)])
    nodes = np.cumsum([0, *(grid.request.size for grid in grids)])
    firsts = [grid.first[:-1] + start for grid, start in zip(grids, options, strict=False)]
    ids = np.arange(len(requests) + 1)
    own = [np.searchsorted(g.request, ids) + n for g, n in zip(grids, nodes, strict=False)]
    kept = np.zeros((len(requests), len(week.problem.days)))
    for pair in week.promised:
        kept[pair] = goal.cost_per_change
    must = np.zeros(len(requests), np.bool_)
    must[list(week.must_serve)] = True
    crews, day = build_crews(week)
    wanted = _wanted(week)
    first_count = np.cumsum([0, *(week.requested + 1)]).astype(np.int64)
    numbers = zip(wanted, week.requested, strict=True)
    sought = np.concatenate([weight * np.arange(people + 1) for weight, people in numbers])
    draw = np.random.default_rng(0)
    return Field(
        crews=crews,
        day=day,
        first_node=nodes.astype(np.int64),
        horizon=np.array([grid.horizon for grid in grids], dtype=np.int64),
        depot=np.array([grid.depot for grid in grids], dtype=np.int64),
        own=np.array(own, dtype=np.int64),
        request=_joined([grid.request for grid in grids]),
        place=_joined([grid.place for grid in grids]),
        opens=_joined([grid.opens for grid in grids]),
        closes=_joined([grid.closes for grid in grids]),
        first=np.append(_joined(firsts), options[-1]),
        people=_joined([grid.people for grid in grids]).astype(np.int32),
        minutes=_joined([grid.minutes for grid in grids]).astype(np.int32),
        first_count=first_count,
        powers=np.power(sought[None, :], POWERS[:, None]),
        legs=week.problem.travel.whole_minutes.astype(np.int32),
        km_cost=grids[0].km_cost,
        worth=week.worth_per_person,
        wanted=wanted,
        asked=week.requested,
        fewest=np.array([request.fewest for request in requests], dtype=np.int64),
        visits=np.array([r.max_duties_per_day for r in requests], dtype=np.int64),
        kept=kept,
        must=must,
        pinned=_pinned(week),
        duty_cost=goal.cost_per_duty,
        marks=draw.integers(1, 2**63, size=sought.size, dtype=np.uint64),
    )


def _wanted(week: Week) -> Floats:
    wanted = week.worth_per_person.copy()
    wanted[list(week.must_serve)] += MUST * float(wanted.max(initial=1.0))
    return wanted


def _pinned(week: Week) -> NDArray[np.int32]:
    found = np.full((len(week.classes), len(week.problem.requests)), UNPINNED, dtype=np.int32)
    for pin, request in zip(week.problem.pins, week.pinned_request, strict=True):
        for c in range(len(week.classes)):
            if week.pin_fits(pin, c):
                first = found[c, request] == UNPINNED
                found[c, request] = (pin.people or 0) if first else LOCKED
    return found


def _joined(parts: Sequence[Any]) -> Ints:
    return np.concatenate(parts).astype(np.int64)
