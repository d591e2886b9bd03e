"""The whole master: which of given duty columns make the best week, cuts included (SCIP).

With the head-counts listed, the rounding cuts hold here as well, so the linear relaxation is as
tight as the linear master's and a few thousand columns are solved in seconds.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import inf
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.master.cuts import PeopleCut
from optimizer.master.effort import Effort, Manner, Unsolved, solve_whole
from optimizer.master.manning import Manned, add_manning, man_duties, usable_slots
from optimizer.master.rows import Rows
from optimizer.master.simplex import Simplex
from optimizer.master.spare import Spare, trimmed
from optimizer.master.triples import violated_triples

SAFE = 1e-6


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
    roomy
        A duty may also serve fewer people than its head-counts say. That finds more plans among
        the columns, but its bound is weaker: the rounding cuts do not hold then.
    scored
        Whether duties and changes count, or misses and pins alone.
    """

    def __init__(
        self,
        week: Week,
        cuts: Iterable[PeopleCut],
        allowed_misses: int,
        roomy: bool = False,
        scored: bool = True,
    ) -> None:
        self._week = week
        self._model = mathopt.Model()
        self._model.objective.is_maximize = True
        self._manned, supply = add_manning(self._model, week, usable_slots(week))
        add = self._model.add_linear_constraint
        self._supplied = [add(expr=mathopt.LinearSum([total]), lb=0.0) for total in supply]
        self._rows = Rows(week, self._model, allowed_misses, scored)
        for miss in self._rows.miss.values():
            miss.integer = True
        for cut in () if roomy else cuts:
            self._rows.add_cut(cut)
        self._spare = Spare(week, self._model, self._rows, scored) if roomy else None
        self._chosen: dict[Column, Any] = {}
        self._visited: dict[Column, frozenset[int]] = {}
        requests = enumerate(week.problem.requests)
        self._single = frozenset(r for r, asked in requests if asked.fixed_minutes is not None)

    @property
    def _whole(self) -> Iterable[Any]:
        return [*self._chosen.values(), *self._manned.values(), *self._rows.miss.values()]

    def add(self, columns: Iterable[Column]) -> None:
        """Add columns; known ones are passed over."""
        for column in columns:
            if column not in self._chosen:
                x = self._chosen[column] = self._model.add_integer_variable(lb=0.0)
                self._supplied[column.sequence.duty_class].set_coefficient(x, -1.0)
                self._rows.enter(column, x)
                if self._spare is not None:
                    self._spare.enter(column, x)
                self._visited[column] = frozenset(self._week.requests_of(column.sequence))

    def keep(self, columns: Iterable[Column]) -> None:
        """Let no week be without these columns, which are added before."""
        for column, number in Counter(columns).items():
            self._chosen[column].lower_bound = float(number)

    def tighten(self, goal: float, go_on: Callable[[], bool]) -> float:
        """Add subset-row cuts and take out duties of which no plan better than ``goal`` has one.

        Returns
        -------
        float
            No week over the columns is worth more than this or the goal, whichever is higher.
        """
        for x in self._whole:
            x.integer = False
        simplex = Simplex(self._model)
        bound = inf
        while go_on() and bound > goal:
            found = simplex.solve(dual=bound < inf, reduced=True)
            if found is None:
                break
            bound = found.value
            self._drop(found.reduced, goal - bound)
            if not self._cut(found.values):
                break
        for x in self._whole:
            x.integer = True
        return bound

    def _drop(self, reduced: Mapping[int, float], least: float) -> None:
        for x in self._chosen.values():
            if reduced.get(x.id, 0.0) < least - SAFE:
                x.upper_bound = 0.0

    def _cut(self, values: Mapping[int, float]) -> bool:
        """Add the triples that the solution violates; return whether there were any."""
        held: dict[frozenset[int], float] = defaultdict(float)
        for column, x in self._chosen.items():
            if (share := values.get(x.id, 0.0)) > SAFE:
                held[self._visited[column]] += share
        triples = violated_triples(held, self._single)
        rows = [(frozenset(t), self._model.add_linear_constraint(ub=1.0)) for t in triples]
        for column, x in self._chosen.items():
            visited = self._visited[column]
            for triple, row in rows:
                if len(triple & visited) > 1:
                    row.set_coefficient(x, 1.0)
        return bool(triples)

    def solve(
        self, known: Iterable[Column], effort: Effort, manner: Manner = Manner.WIDELY
    ) -> tuple[tuple[Manned, ...] | None, float]:
        """The best week over the columns.

        Parameters
        ----------
        known
            A good choice of columns to start from.
        manner
            See ``Manner``.

        Returns
        -------
        duties, bound
            Manned duties, None if none were found in time; no week over the columns is worth
            more than the bound.
        """
        start = Counter(known)
        hint = {x: float(start[column]) for column, x in self._chosen.items()} if start else None
        try:
            result = solve_whole(self._model, effort, hint, manner)
        except Unsolved:
            return None, float("inf")
        bound = float(result.dual_bound())
        values = result.variable_values()
        duties = [c for c, x in self._chosen.items() for _ in range(round(values[x]))]
        if self._spare is not None:
            duties = trimmed(self._week, duties)
        free = {slot: round(values[count]) for slot, count in self._manned.items()}
        return man_duties(self._week, duties, free), bound
