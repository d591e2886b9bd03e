"""All that stays as it is while duties are filled, as flat arrays for the compiled rounds."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.grid import Floats, Ints
from optimizer.columns.week import Week

MUST = 10.0
"""People of must-serve requests weigh so many times the dearest."""
POWERS = np.linspace(0.5, 2.0, 16)


class Field(NamedTuple):
    """Duties to fill, and the nodes of their classes one after the other.

    Attributes
    ----------
    kind, day
        Class among those in use and day of each duty, shape ``(d,)``.
    first_node
        Nodes of class ``c`` are ``first_node[c]:first_node[c + 1]``.
    horizon, depot
        Working minutes and depot of each class.
    own
        Nodes of request ``r`` in class ``c`` are ``own[c, r]:own[c, r + 1]``.
    request, place, opens, closes, first, people, minutes
        As in ``Grid``, over all nodes and options.
    powers
        Score of each option to the power of each of ``POWERS``, shape ``(16, o)``.
    legs, km_cost
        Whole minutes and cost between locations.
    worth, asked, fewest, visits
        Score of a person, people, fewest of a stop and most visits a day, by request.
    kept
        Score of the first visit, by request and day.
    duty_cost
        Cost of a duty with stops.
    marks
        A random number for each option, to tell duties apart.
    """

    kind: Ints
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
    people: Ints
    minutes: Ints
    powers: Floats
    legs: NDArray[np.int32]
    km_cost: Floats
    worth: Floats
    asked: Ints
    fewest: Ints
    visits: Ints
    kept: Floats
    duty_cost: float
    marks: NDArray[np.uint64]


def build_field(week: Week, classes: Sequence[int]) -> Field:
    """Lay out the given duties, one for each mention of a class."""
    used = sorted(set(classes))
    grids = [week.grids[c] for c in used]
    requests = week.problem.requests
    options = np.cumsum([0, *(grid.people.size for grid in grids)])
    nodes = np.cumsum([0, *(grid.request.size for grid in grids)])
    firsts = [grid.first[:-1] + start for grid, start in zip(grids, options, strict=False)]
    ids = np.arange(len(requests) + 1)
    own = [np.searchsorted(g.request, ids) + n for g, n in zip(grids, nodes, strict=False)]
    people = _joined([grid.people for grid in grids])
    request = _joined([grid.request for grid in grids])
    first = np.append(_joined(firsts), options[-1])
    worth = _worth(week)
    kept = np.zeros((len(requests), len(week.problem.days)))
    for pair in week.promised:
        kept[pair] = week.problem.objective.cost_per_change
    score = worth[np.repeat(request, np.diff(first))] * people
    draw = np.random.default_rng(0)
    return Field(
        kind=np.array([used.index(c) for c in classes], dtype=np.int64),
        day=np.array([week.date_of[c] for c in classes], dtype=np.int64),
        first_node=nodes.astype(np.int64),
        horizon=np.array([grid.horizon for grid in grids], dtype=np.int64),
        depot=np.array([grid.depot for grid in grids], dtype=np.int64),
        own=np.array(own, dtype=np.int64),
        request=request,
        place=_joined([grid.place for grid in grids]),
        opens=_joined([grid.opens for grid in grids]),
        closes=_joined([grid.closes for grid in grids]),
        first=first,
        people=people,
        minutes=_joined([grid.minutes for grid in grids]),
        powers=np.power(score[None, :], POWERS[:, None]),
        legs=week.problem.travel.whole_minutes.astype(np.int32),
        km_cost=grids[0].km_cost,
        worth=worth,
        asked=week.requested,
        fewest=np.array([request.fewest for request in requests], dtype=np.int64),
        visits=np.array([r.max_duties_per_day for r in requests], dtype=np.int64),
        kept=kept,
        duty_cost=week.problem.objective.cost_per_duty,
        marks=draw.integers(1, 2**63, size=people.size, dtype=np.uint64),
    )


def _worth(week: Week) -> Floats:
    worth = week.worth_per_person.copy()
    worth[list(week.must_serve)] += MUST * float(worth.max(initial=1.0))
    return worth


def _joined(parts: Sequence[Any]) -> Ints:
    return np.concatenate(parts).astype(np.int64)
