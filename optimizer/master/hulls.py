"""Cuts on the stops of one request: what no mixture of whole ways to serve it looks like.

The stops of a request in a plan are one *pattern* (``optimizer.columns.patterns``). A linear
program mixes patterns as near to the master's stops as can be, generating them as it goes; if that
is not near enough, its prices of a stop are a cut: no pattern pays more than the dearest one. A
cut charges a stop by day and head-count, so pricing stays exact without any further state.

References
----------
Boyd (1994), doi:10.1287/opre.42.1.53 (Fenchel cuts);
Geoffrion (1974), doi:10.1007/BFb0120690.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from ortools.math_opt.model_pb2 import (
    LinearConstraintsProto,
    ModelProto,
    ObjectiveProto,
    VariablesProto,
)
from ortools.math_opt.python import mathopt
from ortools.math_opt.sparse_containers_pb2 import (
    SparseDoubleMatrixProto,
    SparseDoubleVectorProto,
)

from optimizer.columns.grid import Floats, Ints
from optimizer.columns.patterns import Service, dearest_pattern, smoothed
from optimizer.columns.week import Week
from optimizer.master.cuts import CLEAR, PeopleCut, Stops
from optimizer.master.simplex import Simplex

DEEP = 0.6
"""A cut that cuts this share of the distance is deep enough,"""
ROUNDS = 60
"""and the last of so many is."""
MANY, EFFORT = 6, 20_000_000
"""Requests with more stops a day, or more steps to find the dearest pattern, are left alone."""
EXACT = 1e-7


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Stops by day, shape ``(days, stops)``, and whether the request counts as missed."""

    stops: Ints
    missed: bool


class Hull:
    """The patterns of one request.

    Parameters
    ----------
    must
        Whether all people are served unless the request is missed.
    """

    def __init__(self, request: int, service: Service, must: bool) -> None:
        self._request = request
        self._service = service
        self._must = must
        self._patterns: dict[tuple[bytes, bool], _Pattern] = {}
        free = np.zeros((service.largest.size, service.people + 1))
        self._note(free)

    def cut(self, stops: Stops, missed: float) -> PeopleCut | None:
        """A cut that the stops break, None if they are (nearly) a mixture of patterns.

        Parameters
        ----------
        missed
            How much of the request the master misses.
        """
        mixing = _Mixing(self._service, stops, missed, [*self._patterns.values()])
        for _ in range(ROUNDS):
            distance, price = mixing.solve()
            if distance < CLEAR:
                return None
            new, cut = self._note(price)
            excess = cut.excess(stops, missed)
            if excess > DEEP * distance or (not new and excess > CLEAR):
                return cut
            if not new:
                return None
            mixing.add(new)
        return None

    def _note(self, price: Floats) -> tuple[list[_Pattern], PeopleCut]:
        """Keep the dearest patterns; return the new ones, and the cut that they touch."""
        limit, stops = dearest_pattern(self._service, price, self._must)
        found, forgiven = [_Pattern(stops, missed=False)], 0.0
        if self._must:
            most, stops = dearest_pattern(self._service, price, False)
            found.append(_Pattern(stops, missed=True))
            forgiven = max(0.0, most - limit)
        keyed = {(p.stops.tobytes(), p.missed): p for p in found}
        new = [p for key, p in keyed.items() if key not in self._patterns]
        self._patterns.update(keyed)
        return new, PeopleCut(self._request, price, limit + EXACT, forgiven)


class _Mixing:
    """The nearest mixture of patterns: least sum of differences over days and marks.

    The first rows hold the shares of all patterns and of those that miss, then comes one for
    every day and mark. Written as one message: it is made for a single cut.
    """

    def __init__(
        self, service: Service, stops: Stops, missed: float, patterns: Sequence[_Pattern]
    ) -> None:
        counts = {count for _, count in stops}
        counts |= {service.people - count for count in counts}
        marks = {max(service.fewest, count) for count in counts} | {service.fewest, service.people}
        self._share = smoothed(np.array(sorted(marks)), service.people)
        self._share[0] = 0.0  # no pattern knows stops for nobody: they must pay nothing
        wanted = np.zeros((service.largest.size, len(marks)))
        for (day, count), share in stops.items():
            wanted[day] += share * self._share[count]
        self._shape = wanted.shape
        mixed = self._counted(patterns)
        self._model = mathopt.Model.from_model_proto(_program(wanted.ravel(), missed, mixed))
        self._rows = [*self._model.linear_constraints()]
        self._simplex = Simplex(self._model)

    def _counted(self, patterns: Sequence[_Pattern]) -> Floats:
        """What patterns count in every row, shape ``(2 + days * marks, patterns)``."""
        stops = np.array([pattern.stops for pattern in patterns])
        counts = self._share[stops].sum(axis=2).reshape(len(patterns), -1)
        missed = [pattern.missed for pattern in patterns]
        return np.vstack([np.ones(len(patterns)), missed, counts.T])

    def add(self, patterns: Sequence[_Pattern]) -> None:
        """Let patterns join the mixture."""
        for column in self._counted(patterns).T:
            share = self._model.add_variable(lb=0.0)
            for row in np.flatnonzero(column):
                self._rows[row].set_coefficient(share, float(column[row]))

    def solve(self) -> tuple[float, Floats]:
        """The distance, and what a stop pays at its prices by day and head-count.

        Shape of the prices: ``(days, people + 1)``.
        """
        found = self._simplex.solve()
        if found is None:
            return 0.0, np.zeros(0)
        prices = np.zeros(len(self._rows))
        prices[list(found.prices)] = list(found.prices.values())
        return found.value, np.round(prices[2:].reshape(self._shape) @ self._share.T, 9)


def _program(wanted: Floats, missed: float, mixed: Floats) -> ModelProto:
    """Shares of the columns ``mixed`` that differ least from what is wanted, over and under."""
    rows, columns = wanted.size, 2 * wanted.size + mixed.shape[1]
    differ = np.vstack([np.zeros((2, 2 * rows)), np.hstack([np.eye(rows), -np.eye(rows)])])
    matrix = np.hstack([differ, mixed])
    at, of = np.nonzero(matrix)
    return ModelProto(
        variables=VariablesProto(
            ids=range(columns),
            lower_bounds=[0.0] * columns,
            upper_bounds=[inf] * columns,
            integers=[False] * columns,
        ),
        objective=ObjectiveProto(
            linear_coefficients=SparseDoubleVectorProto(
                ids=range(2 * rows), values=[1.0] * (2 * rows)
            )
        ),
        linear_constraints=LinearConstraintsProto(
            ids=range(2 + rows),
            lower_bounds=[1.0, -inf, *wanted],
            upper_bounds=[1.0, missed, *wanted],
        ),
        linear_constraint_matrix=SparseDoubleMatrixProto(
            row_ids=at, column_ids=of, coefficients=matrix[at, of]
        ),
    )


def hulls(week: Week) -> dict[int, Hull]:
    """The requests that can be served in parts, with their patterns."""
    found = {}
    for index, request in enumerate(week.problem.requests):
        fewest = max(1, request.fewest)
        stops = min(request.max_duties_per_day, request.people // fewest)
        if request.fixed_minutes is None and fewest < request.people and stops <= MANY:
            service = Service(request.people, fewest, week.largest_stops[index], stops)
            must = index in week.must_serve
            if _steps(service) <= EFFORT and (not must or _can_be_whole(service)):
                found[index] = Hull(index, service, must)
    return found


def _steps(service: Service) -> int:
    return int(service.largest.sum()) * service.stops * service.people


def _can_be_whole(service: Service) -> bool:
    free = np.zeros((service.largest.size, service.people + 1))
    return bool(dearest_pattern(service, free, True)[0] == 0.0)
