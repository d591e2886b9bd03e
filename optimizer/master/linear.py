"""The linear master over duty columns, re-solved as columns arrive (GLOP through MathOpt).

Sets: requests ``r``, days ``d``, classes ``c``, slots ``s``, pins ``i``, columns ``j`` with
head-counts ``p_rj``. Variables: ``x_j`` duties, ``y_s`` manned slots, ``miss_r`` unserved shares
of must-serve requests, ``change_rd`` broken promises, ``lack_i`` unmet pins (dearer than all).

References
----------
Desaulniers, Desrosiers & Solomon (2005), doi:10.1007/b135457 (column generation).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.grid import Floats
from optimizer.columns.prices import Prices
from optimizer.columns.week import Week
from optimizer.master.manning import add_manning


@dataclass(frozen=True, slots=True)
class LinearAnswer:
    """An optimum of the restricted linear master.

    Attributes
    ----------
    value
        Objective over the columns at hand.
    prices
        Duals of people, visits and pins.
    duty
        Dual of one more duty of each class, shape ``(classes,)``.
    fixed
        Part of the Lagrangian bound that no column decides: right-hand sides times duals, and
        the best of ``miss`` and ``change`` at these duals.
    share
        Positive columns and how much of each.
    """

    value: float
    prices: Prices
    duty: Floats
    fixed: float
    share: dict[Column, float]


class LinearMaster:
    """The restricted linear master.

    Parameters
    ----------
    week
        The compiled week.
    allowed_misses
        How many must-serve requests may be left not wholly served.
    """

    def __init__(self, week: Week, allowed_misses: int) -> None:
        self._week = week
        self._model = mathopt.Model()
        self.columns: dict[Column, Any] = {}
        _, supply = add_manning(self._model, week, whole=False)
        add = self._model.add_linear_constraint
        self._supply = [add(expr=mathopt.LinearSum([total]), lb=0.0) for total in supply]
        self._people = [add(ub=float(n)) for n in week.requested]
        self._visits: dict[tuple[int, int], Any] = {}
        self._promises = {pair: self._promise() for pair in sorted(week.promised)}
        self._must, self._misses = self._must_rows(allowed_misses)
        self._pins = [self._soft_row(week.dear) for _ in week.problem.pins]
        self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        self._model.objective.is_maximize = True

    def _soft_row(self, cost: float) -> Any:
        row = self._model.add_linear_constraint(lb=1.0)
        lack = self._model.add_variable(lb=0.0, ub=1.0)
        row.set_coefficient(lack, 1.0)
        self._model.objective.set_linear_coefficient(lack, -cost)
        return row

    def _promise(self) -> Any:
        return self._soft_row(self._week.problem.objective.cost_per_change)

    def _must_rows(self, allowed_misses: int) -> tuple[dict[int, Any], Any]:
        total = self._model.add_linear_constraint(ub=float(allowed_misses))
        rows = {}
        for request in self._week.must_serve:
            people = float(self._week.requested[request])
            miss = self._model.add_variable(lb=0.0, ub=1.0)
            rows[request] = self._model.add_linear_constraint(lb=people)
            rows[request].set_coefficient(miss, people)
            total.set_coefficient(miss, 1.0)
        return rows, total

    def allow(self, misses: int) -> None:
        """Change how many must-serve requests may be missed."""
        self._misses.upper_bound = float(misses)

    def add(self, columns: Iterable[Column]) -> int:
        """Add the columns that are new; return how many were."""
        new = [column for column in dict.fromkeys(columns) if column not in self.columns]
        for column in new:
            self._enter(column)
        return len(new)

    def _enter(self, column: Column) -> None:
        week = self._week
        x = self._model.add_variable(lb=0.0)
        self.columns[column] = x
        duty_class = column.sequence.duty_class
        self._model.objective.set_linear_coefficient(x, week.duty_worth(column))
        self._supply[duty_class].set_coefficient(x, -1.0)
        day = int(week.date_of[duty_class])
        visits = list(zip(week.requests_of(column.sequence), column.people, strict=True))
        for request, people in visits:
            self._people[request].set_coefficient(x, float(people))
            self._visit_row(request, day).set_coefficient(x, 1.0)
            if request in self._must:
                self._must[request].set_coefficient(x, float(people))
            if (request, day) in self._promises:
                self._promises[request, day].set_coefficient(x, 1.0)
        for index, met in enumerate(self._pins):
            if week.meets(index, column):
                met.set_coefficient(x, 1.0)

    def _visit_row(self, request: int, day: int) -> Any:
        if (request, day) not in self._visits:
            most = float(self._week.problem.requests[request].max_duties_per_day)
            self._visits[request, day] = self._model.add_linear_constraint(ub=most)
        return self._visits[request, day]

    def solve(self) -> LinearAnswer:
        """Optimum over the columns at hand."""
        result = self._solver.solve()
        if not result.has_dual_feasible_solution() or not result.has_primal_feasible_solution():
            raise ArithmeticError(f"linear master: {result.termination.reason}")
        duals = result.dual_values()
        share = {c: v for c, x in self.columns.items() if (v := result.variable_values(x)) > 1e-9}
        return self._answer(duals, float(result.objective_value()), share)

    def _answer(self, dual: Any, value: float, share: dict[Column, float]) -> LinearAnswer:
        week = self._week
        problem = week.problem
        people = np.array([max(0.0, dual[row]) for row in self._people])
        visit = np.zeros((len(problem.requests), len(problem.days)))
        fixed = float(people @ week.requested)
        for pair, row in self._visits.items():
            visit[pair] = max(0.0, dual[row])
            fixed += visit[pair] * row.upper_bound
        for pair, row in self._promises.items():
            reward = max(0.0, -dual[row])
            visit[pair] -= reward
            fixed += -reward + max(0.0, reward - problem.objective.cost_per_change)
        toll = max(0.0, dual[self._misses])
        fixed += toll * self._misses.upper_bound
        for request, row in self._must.items():
            reward = max(0.0, -dual[row])
            people[request] -= reward
            fixed += week.requested[request] * -reward
            fixed += max(0.0, week.requested[request] * reward - toll)
        pin = np.array([max(0.0, -dual[row]) for row in self._pins])
        fixed -= float(pin.sum())
        duty = np.array([max(0.0, -dual[row]) for row in self._supply])
        return LinearAnswer(value, Prices(people, visit, pin), duty, fixed, share)
