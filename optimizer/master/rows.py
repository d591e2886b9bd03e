"""The rows that every master over duty columns shares, and how a column enters them."""

from collections import defaultdict
from math import inf
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.cuts import PeopleCut
from optimizer.master.limits import MISS, STOPS, Limits, Quantity

PIN_PRICE = 100.0
"""Price of an unmet pin, in missed must-serve requests."""


class Rows:
    """Rows of people, visits, promises, pins and misses in a model.

    Parameters
    ----------
    scored
        Whether duties and changes count, or misses and pins alone.

    Attributes
    ----------
    people, visits, promises, pins, must
        Row by request; by (request, day); by promised (request, day); by pin; by request.
    misses
        Row on the number of must-serve requests missed, ``excess`` beyond it at a price above
        all scores.
    miss
        Unserved share of every must-serve request.
    cuts
        Rounding cuts with their rows.
    held, lacking
        Rows of quantities held; the price of what they lack, above that of all misses.
    """

    def __init__(
        self, week: Week, model: mathopt.Model, allowed_misses: int, scored: bool = True
    ) -> None:
        self._week = week
        self._model = model
        self._scored = scored
        self.people = [model.add_linear_constraint(ub=float(n)) for n in week.requested]
        self.visits: dict[tuple[int, int], Any] = {}
        cost = week.problem.objective.cost_per_change if scored else 0.0
        self.promises = {pair: self._soft(cost) for pair in sorted(week.promised)}
        self.pins = [self._soft(PIN_PRICE * week.dear) for _ in week.problem.pins]
        self.misses = model.add_linear_constraint(ub=float(allowed_misses))
        excess = model.add_variable(lb=0.0)
        self.misses.set_coefficient(excess, -1.0)
        model.objective.set_linear_coefficient(excess, -week.dear)
        self.miss = {r: model.add_variable(lb=0.0, ub=1.0) for r in week.must_serve}
        self.must = {request: self._must_row(request) for request in week.must_serve}
        self.stops = {request: self._stops_row(request) for request in week.must_serve}
        self.cuts: list[tuple[PeopleCut, Any]] = []
        self._cuts_at: dict[int, list[tuple[PeopleCut, Any]]] = defaultdict(list)
        self._stops_at: dict[int, list[tuple[int, int, Any]]] = defaultdict(list)
        self._days_at: dict[tuple[int, int], list[Any]] = defaultdict(list)
        self.held: dict[Quantity, Any] = {}
        self.lacking = (1.0 + len(week.must_serve)) * week.dear
        self._short: dict[int, Any] = {}

    def _soft(self, cost: float) -> Any:
        row = self._model.add_linear_constraint(lb=1.0)
        lack = self._model.add_variable(lb=0.0, ub=1.0)
        row.set_coefficient(lack, 1.0)
        self._model.objective.set_linear_coefficient(lack, -cost)
        return row

    def _must_row(self, request: int) -> Any:
        people = float(self._week.requested[request])
        row = self._model.add_linear_constraint(lb=people)
        row.set_coefficient(self.miss[request], people)
        self.misses.set_coefficient(self.miss[request], 1.0)
        return row

    def _stops_row(self, request: int) -> Any:
        """Whoever is served wholly is served in so many stops at least."""
        stops = float(self._week.fewest_stops[request])
        row = self._model.add_linear_constraint(lb=stops)
        row.set_coefficient(self.miss[request], stops)
        return row

    def visit(self, request: int, day: int) -> Any:
        """The row on visits of a request on a day, made when first asked for."""
        if (request, day) not in self.visits:
            most = float(self._week.problem.requests[request].max_duties_per_day)
            self.visits[request, day] = self._model.add_linear_constraint(ub=most)
        return self.visits[request, day]

    def enter(self, column: Column, x: Any) -> None:
        """Put the variable of a duty into the objective and all rows."""
        week = self._week
        if self._scored:
            self._model.objective.set_linear_coefficient(x, week.duty_worth(column))
        day = int(week.date_of[column.sequence.duty_class])
        for request, people in week.stops_of(column):
            self.people[request].set_coefficient(x, float(people))
            self._stops_at[request].append((day, people, x))
            for cut, row in self._cuts_at[request]:
                _weigh(row, cut.step(day, people), x)
            self.visit(request, day).set_coefficient(x, 1.0)
            self._days_at[request, day].append(x)
            for quantity in (Quantity(request, day), Quantity(request, STOPS)):
                if quantity in self.held:
                    self.held[quantity].set_coefficient(x, 1.0)
            if request in self.must:
                self.must[request].set_coefficient(x, float(people))
                self.stops[request].set_coefficient(x, 1.0)
            if (request, day) in self.promises:
                self.promises[request, day].set_coefficient(x, 1.0)
        for index, met in enumerate(self.pins):
            if week.meets(index, column):
                met.set_coefficient(x, 1.0)

    def hold(self, limits: Limits) -> None:
        """Keep quantities within limits until the next; what lacks is dearer than all misses."""
        for row in self.held.values():
            row.lower_bound, row.upper_bound = -inf, inf
        for miss in self.miss.values():
            miss.lower_bound, miss.upper_bound = 0.0, 1.0
        for quantity, (least, most) in limits.items():
            if quantity.request in self.miss:
                self._shorten(quantity.request)
            held = self.miss[quantity.request] if quantity.day == MISS else self._held(quantity)
            held.lower_bound, held.upper_bound = float(least), float(most)

    def _shorten(self, request: int) -> None:
        """Let a request be missed at a price even where limits say that it is not."""
        if request in self._short:
            return
        short = self._short[request] = self._model.add_variable(lb=0.0)
        self._model.objective.set_linear_coefficient(short, -self.lacking)
        miss = self.miss[request]
        rows = [row for cut, row in self._cuts_at[request] if cut.forgiven]
        for row in (self.must[request], self.stops[request], *rows):
            row.set_coefficient(short, row.get_coefficient(miss))

    def _held(self, quantity: Quantity) -> Any:
        if quantity not in self.held:
            row = self.held[quantity] = self._model.add_linear_constraint()
            lack = self._model.add_variable(lb=0.0)
            row.set_coefficient(lack, 1.0)
            self._model.objective.set_linear_coefficient(lack, -self.lacking)
            days = range(len(self._week.problem.days))
            for day in days if quantity.day == STOPS else (quantity.day,):
                for x in self._days_at[quantity.request, day]:
                    row.set_coefficient(x, 1.0)
        return self.held[quantity]

    def add_cut(self, cut: PeopleCut) -> None:
        """Add a cut, on duties that have entered and on those to come."""
        row = self._model.add_linear_constraint(ub=cut.limit)
        if cut.forgiven:
            row.set_coefficient(self.miss[cut.request], -cut.forgiven)
            if cut.request in self._short:
                row.set_coefficient(self._short[cut.request], -cut.forgiven)
        self.cuts.append((cut, row))
        self._cuts_at[cut.request].append((cut, row))
        for day, people, x in self._stops_at[cut.request]:
            _weigh(row, cut.step(day, people), x)


def _weigh(row: Any, step: float, x: Any) -> None:
    if step:
        row.set_coefficient(x, step)
