"""The linear master over duty columns, re-solved as columns arrive (GLOP through MathOpt).

Sets: requests ``r``, days ``d``, classes ``c``, blocks ``b``, pins ``i``, columns ``j`` with
head-counts ``p_rj``, rosters ``k`` with ``n_ck`` duties. Variables: ``x_j`` duties, ``z_k``
rosters, ``miss_r`` unserved shares of must-serve requests, ``change_rd`` broken promises,
``lack_i`` unmet pins and ``excess`` misses beyond the allowed (both dearer than all scores).

References
----------
Desaulniers, Desrosiers & Solomon (2005), doi:10.1007/b135457 (column generation).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

import numpy as np
from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.grid import Floats
from optimizer.columns.prices import Prices, mixed_prices
from optimizer.columns.week import Week
from optimizer.master.cuts import PeopleCut
from optimizer.master.limits import MISS, STOPS, Limits, Quantity
from optimizer.master.rostering import Roster
from optimizer.master.rows import Rows
from optimizer.master.simplex import Basis, Optimum, Simplex, optimum_anew


@dataclass(frozen=True, slots=True)
class LinearAnswer:
    """An optimum of the restricted linear master.

    Attributes
    ----------
    value
        Objective over the columns at hand.
    prices
        What stops pay.
    duty
        Dual of one more duty of each class, shape ``(classes,)``.
    fixed
        Part of the Lagrangian bound that no duty decides: right-hand sides times duals, and
        the best of ``miss`` and ``change`` at these duals.
    share
        Positive columns and how much of each.
    """

    value: float
    prices: Prices
    duty: Floats
    fixed: float
    share: dict[Column, float]
    missed: dict[int, float] = field(default_factory=dict)

    def mixed(self, other: "LinearAnswer", share: float) -> "LinearAnswer":
        """The answer at prices between its own and, with ``share``, the other's.

        ``fixed`` is convex in the prices, so the mixed one is at least what belongs to them and
        bounds computed with it hold.
        """
        return replace(
            self,
            prices=mixed_prices(self.prices, other.prices, share),
            duty=(1.0 - share) * self.duty + share * other.duty,
            fixed=(1.0 - share) * self.fixed + share * other.fixed,
        )


class LinearMaster:
    """The restricted linear master.

    Parameters
    ----------
    week
        The compiled week.
    blocks
        Number of (date, depot) blocks.
    allowed_misses
        How many must-serve requests may be left not wholly served.
    """

    def __init__(self, week: Week, blocks: int, allowed_misses: int) -> None:
        self._week = week
        self._model = mathopt.Model()
        self._model.objective.is_maximize = True
        self.columns: dict[Column, Any] = {}
        self.rosters: dict[Roster, Any] = {}
        add = self._model.add_linear_constraint
        self._supply = [add(lb=0.0) for _ in week.classes]
        self._blocks = [add(ub=1.0) for _ in range(blocks)]
        self._rows = Rows(week, self._model, allowed_misses)
        self._limits: Limits = {}
        self._kept: Mapping[Column, int] = {}
        self._column: dict[int, Column] = {}
        self._simplex = Simplex(self._model)
        self._grown = True

    def allow(self, misses: int) -> None:
        """Change how many must-serve requests may be missed."""
        self._rows.misses.upper_bound = float(misses)

    @property
    def cuts(self) -> tuple[PeopleCut, ...]:
        """Cuts so far."""
        return tuple(cut for cut, _ in self._rows.cuts)

    def add(self, columns: Iterable[Column]) -> int:
        """Add the columns that are new; return how many were."""
        new = [column for column in dict.fromkeys(columns) if column not in self.columns]
        for column in new:
            self._grown = True
            x = self.columns[column] = self._model.add_variable(lb=0.0)
            self._column[x.id] = column
            self._supply[column.sequence.duty_class].set_coefficient(x, -1.0)
            self._rows.enter(column, x)
        return len(new)

    def add_rosters(self, rosters: Iterable[Roster]) -> int:
        """Add the rosters that are new; return how many were."""
        new = [roster for roster in dict.fromkeys(rosters) if roster not in self.rosters]
        for roster in new:
            self._grown = True
            z = self.rosters[roster] = self._model.add_variable(lb=0.0)
            self._blocks[roster.block].set_coefficient(z, 1.0)
            for duty_class, number in roster.duties:
                self._supply[duty_class].set_coefficient(z, float(number))
        return len(new)

    @property
    def basis(self) -> Basis | None:
        """Where the last answer was; the next one is looked for from there."""
        return self._simplex.basis

    @basis.setter
    def basis(self, basis: Basis | None) -> None:
        self._simplex.basis = basis

    def hold(self, limits: Limits) -> None:
        """Keep quantities within limits, in the place of those held before."""
        self._limits = limits
        self._rows.hold(limits)

    def keep(self, numbers: Mapping[Column, int]) -> None:
        """Use columns at hand at least so often, in the place of those before.

        Nothing that is solved meanwhile bounds other plans.
        """
        for column in self._kept.keys() | numbers.keys():
            self.columns[column].lower_bound = float(numbers.get(column, 0))
        self._kept = dict(numbers)

    def add_cut(self, cut: PeopleCut) -> None:
        """Add a rounding cut."""
        self._rows.add_cut(cut)

    def solve(self) -> LinearAnswer:
        """Optimum over the columns at hand.

        Raises
        ------
        Unsolved
            If no solver finds it.
        """
        found = self._solved()
        used = sorted(x for x, value in found.values.items() if value > 1e-9 and x in self._column)
        share = {self._column[x]: found.values[x] for x in used}
        missed = {r: found.values.get(x.id, 0.0) for r, x in self._rows.miss.items()}
        return replace(self._answer(found, share), missed=missed)

    def value(self) -> float:
        """Value of the optimum; the next one is looked for from where the last answer was."""
        before = self.basis
        found = self._solved()
        self.basis = before
        return found.value

    def _solved(self) -> Optimum:
        found = self._simplex.solve(dual=not self._grown)
        self._grown = found is None
        return optimum_anew(self._model) if found is None else found

    def _answer(self, found: Optimum, share: dict[Column, float]) -> LinearAnswer:
        week, rows = self._week, self._rows
        person = np.array([max(0.0, found.price(row)) for row in rows.people])
        visit = np.zeros((len(week.problem.requests), len(week.problem.days)))
        pin = np.array([max(0.0, -found.price(row)) for row in rows.pins])
        fixed = float(person @ week.requested) - float(pin.sum())
        for pair, row in rows.visits.items():
            visit[pair] = max(0.0, found.price(row))
            fixed += visit[pair] * row.upper_bound
        for pair, row in rows.promises.items():
            reward = max(0.0, -found.price(row))
            visit[pair] -= reward
            fixed += max(0.0, reward - week.problem.objective.cost_per_change) - reward
        for quantity, (least, most) in self._limits.items():
            if quantity.day == MISS:
                continue
            days = slice(None) if quantity.day == STOPS else quantity.day
            price = max(found.price(rows.held[quantity]), -rows.lacking)
            if most == inf:
                price = min(price, 0.0)
            visit[quantity.request, days] += price
            fixed += price * (most if price > 0.0 else least)
        tolls: dict[int, Floats] = defaultdict(lambda: np.zeros((1, 1)))
        forgiven: dict[int, float] = defaultdict(float)
        for cut, row in rows.cuts:
            if (paid := max(0.0, found.price(row))) > 0:
                fixed += paid * cut.limit
                forgiven[cut.request] += paid * cut.forgiven
                tolls[cut.request] = tolls[cut.request] + paid * cut.steps
        fixed += self._promise_prices(found, person, visit, forgiven)
        prices = Prices(person, visit, pin, dict(tolls))
        duty = np.array([max(0.0, -found.price(row)) for row in self._supply])
        return LinearAnswer(found.value, prices, duty, fixed, share)

    def _promise_prices(
        self,
        found: Optimum,
        person: Floats,
        visit: Floats,
        forgiven: Mapping[int, float],
    ) -> float:
        """Take the rewards of must-serve requests off the prices; return the part of ``fixed``.

        ``forgiven`` is what the cuts of each request pay for missing it.
        """
        week, rows = self._week, self._rows
        toll = max(0.0, found.price(rows.misses))
        fixed: float = toll * rows.misses.upper_bound
        for request, row in rows.must.items():
            reward = max(0.0, -found.price(row))
            person[request] -= reward
            earned = reward * float(week.requested[request])
            reward = max(0.0, -found.price(rows.stops[request]))
            visit[request] -= reward
            earned += reward * rows.stops[request].lower_bound
            gain = earned + forgiven[request] - toll
            least, most = self._limits.get(Quantity(request, MISS), (0.0, 1.0))
            fixed += max(least * gain, most * gain) - earned
        return fixed
