"""Head-counts as upper limits: duties that may serve fewer people than their columns say.

Whoever arrives with less to do is done sooner, so a duty stays possible with any head-count from
the fewest of a stop up. Columns whose head-counts do not add up to a request then fit together.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.rows import Rows


class Spare:
    """People of the columns beyond a request's own, which nobody serves and nothing is paid for."""

    def __init__(self, week: Week, model: mathopt.Model, rows: Rows, scored: bool = True) -> None:
        self._week = week
        self._fewest = {
            r: model.add_linear_constraint(ub=float(week.requested[r])) for r in _loose(week)
        }
        for request in self._fewest:
            spare = model.add_variable(lb=0.0)
            rows.people[request].set_coefficient(spare, -1.0)
            worth = float(week.worth_per_person[request]) if scored else 0.0
            model.objective.set_linear_coefficient(spare, -worth)

    def enter(self, column: Column, x: Any) -> None:
        """Let a duty serve fewer people."""
        for request in self._week.requests_of(column.sequence):
            if request in self._fewest:
                fewest = self._week.problem.requests[request].fewest
                self._fewest[request].set_coefficient(x, float(fewest))


def _loose(week: Week) -> Iterable[int]:
    """Requests whose stops need not have a particular head-count."""
    counted = {
        request
        for pin, request in zip(week.problem.pins, week.pinned_request, strict=True)
        if pin.people is not None
    }
    for index, request in enumerate(week.problem.requests):
        if request.fixed_minutes is None and index not in counted:
            yield index


def trimmed(week: Week, duties: Iterable[Column]) -> list[Column]:
    """The duties with no more people than each request has."""
    duties = list(duties)
    over = Counter({r: -int(people) for r, people in enumerate(week.requested)})
    for column in duties:
        for request, people in week.stops_of(column):
            over[request] += people
    return [_trim(week, column, over) for column in duties]


def _trim(week: Week, column: Column, over: Counter[int]) -> Column:
    """One duty, less what is over and its stops can spare; ``over`` is told."""
    counts = []
    for request, people in week.stops_of(column):
        fewest = week.problem.requests[request].fewest
        less = max(0, min(over[request], people - fewest))
        over[request] -= less
        counts.append(people - less)
    return replace(column, people=tuple(counts))
