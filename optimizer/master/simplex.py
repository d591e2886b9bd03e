"""One linear program solved again and again as it grows: GLOP through MathOpt, from the last basis.

MathOpt's incremental GLOP begins anew where its presolve is on, and where both rows and variables
are new. Without presolve and from a basis that was completed, it takes a tenth of the steps.
"""

from typing import TypeAlias

from ortools.math_opt.python import mathopt

from optimizer.master.effort import GAVE_UP

Basis: TypeAlias = mathopt.Basis | None
BASIC, LOWER = mathopt.BasisStatus.BASIC, mathopt.BasisStatus.AT_LOWER_BOUND
NONZERO = mathopt.VariableFilter(skip_zero_values=True)
NONE = mathopt.VariableFilter(filtered_items=())


class Simplex:
    """A linear program and where it was left.

    Parameters
    ----------
    model
        May change between two solves in any way.

    Attributes
    ----------
    basis
        Of the last optimum, None before; set it to go on from another one.
    """

    basis: Basis

    def __init__(self, model: mathopt.Model) -> None:
        self._model = model
        self._anew()

    def _anew(self) -> None:
        self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        self.basis = None

    def solve(self, dual: bool = False, reduced: bool = False) -> mathopt.SolveResult | None:
        """The optimum, None if GLOP gave up; it then starts afresh the next time.

        Values and prices that are zero are left out.

        Parameters
        ----------
        dual
            By the dual simplex: where only rows and bounds are new since the last time.
        reduced
            Read reduced costs, too.
        """
        algorithm = (mathopt.LPAlgorithm.PRIMAL_SIMPLEX, mathopt.LPAlgorithm.DUAL_SIMPLEX)[dual]
        params = mathopt.SolveParameters(presolve=mathopt.Emphasis.OFF, lp_algorithm=algorithm)
        wanted = mathopt.ModelSolveParameters(
            variable_values_filter=NONZERO,
            dual_values_filter=mathopt.LinearConstraintFilter(skip_zero_values=True),
            reduced_costs_filter=NONZERO if reduced else NONE,
            initial_basis=self._completed(),
        )
        try:
            result = self._solver.solve(params=params, model_params=wanted)
        except GAVE_UP:
            self._anew()
            return None
        if not (result.has_primal_feasible_solution() and result.has_dual_feasible_solution()):
            return None
        self.basis = result.solutions[0].basis
        return result

    def _completed(self) -> Basis:
        """The last basis; new variables are at their least, new rows have room.

        None if it is none any more, as rows were taken out.
        """
        if self.basis is None:
            return None
        variables, rows = self.basis.variable_status, self.basis.constraint_status
        columns = {x: variables.get(x, LOWER) for x in self._model.variables()}
        slacks = {c: rows.get(c, BASIC) for c in self._model.linear_constraints()}
        basic = sum(status is BASIC for part in (columns, slacks) for status in part.values())
        return mathopt.Basis(columns, slacks) if basic == len(slacks) else None
