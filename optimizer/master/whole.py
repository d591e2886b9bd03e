"""The whole master: which of given duty columns make the best week, cuts included (HiGHS).

With the head-counts listed, the rounding cuts hold here as well, so the linear relaxation is as
tight as the linear master's and a few thousand columns are solved in seconds.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.cuts import PeopleCut
from optimizer.master.effort import Effort, Unsolved, solve_whole
from optimizer.master.manning import Manned, add_manning, man_duties, usable_slots
from optimizer.master.rows import Rows


class WholeMaster:
    """An integer program over given columns.

    Parameters
    ----------
    week
        The compiled week.
    cuts
        Rounding cuts of the linear master.
    allowed_misses
        Most must-serve requests missed; more are dearer than all scores.
    """

    def __init__(self, week: Week, cuts: Iterable[PeopleCut], allowed_misses: int) -> None:
        self._week = week
        self._model = mathopt.Model()
        self._model.objective.is_maximize = True
        self._manned, supply = add_manning(self._model, week, usable_slots(week))
        add = self._model.add_linear_constraint
        self._supplied = [add(expr=mathopt.LinearSum([total]), lb=0.0) for total in supply]
        self._rows = Rows(week, self._model, allowed_misses)
        for miss in self._rows.miss.values():
            miss.integer = True
        for cut in cuts:
            self._rows.add_cut(cut, ())
        self._chosen: dict[Column, Any] = {}

    def add(self, columns: Iterable[Column]) -> None:
        """Add columns; known ones are passed over."""
        for column in columns:
            if column not in self._chosen:
                x = self._chosen[column] = self._model.add_integer_variable(lb=0.0)
                self._supplied[column.sequence.duty_class].set_coefficient(x, -1.0)
                self._rows.enter(column, x)

    def solve(
        self, known: Iterable[Column], effort: Effort
    ) -> tuple[tuple[Manned, ...] | None, float]:
        """The best week over the columns.

        Parameters
        ----------
        known
            A good choice of columns to start from.

        Returns
        -------
        duties, bound
            Manned duties, None if none were found in time; no week over the columns is worth
            more than the bound.
        """
        start = Counter(known)
        hint = {x: float(start[column]) for column, x in self._chosen.items()} if start else None
        try:
            result = solve_whole(self._model, effort, hint)
        except Unsolved:
            return None, float("inf")
        bound = float(result.dual_bound())
        values = result.variable_values()
        duties = [c for c, x in self._chosen.items() for _ in range(round(values[x]))]
        free = {slot: round(values[count]) for slot, count in self._manned.items()}
        return man_duties(self._week, duties, free), bound
