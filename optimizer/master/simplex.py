"""One linear program solved again and again as it grows: GLOP through MathOpt, from the last basis.

MathOpt's incremental GLOP begins anew where its presolve is on, and where both rows and variables
are new. Without presolve and from a basis that was completed, it takes a tenth of the steps.

Models are MathOpt's; its solver is spoken to in its own messages, as turning a basis of some
thousand variables into objects and back takes longer than the steps between two optima.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import repeat
from typing import Any, TypeAlias

from ortools.math_opt import parameters_pb2, result_pb2, solution_pb2
from ortools.math_opt.callback_pb2 import CallbackRegistrationProto
from ortools.math_opt.core.python import solver
from ortools.math_opt.model_parameters_pb2 import ModelSolveParametersProto
from ortools.math_opt.python import mathopt
from ortools.math_opt.sparse_containers_pb2 import (
    SparseDoubleVectorProto,
    SparseVectorFilterProto,
)
from pybind11_abseil.status import StatusNotOk

from optimizer.master.effort import Unsolved

Basis: TypeAlias = solution_pb2.BasisProto
Statuses: TypeAlias = solution_pb2.SparseBasisStatusVector
Ids: TypeAlias = Sequence[int]
BASIC = solution_pb2.BASIS_STATUS_BASIC
LOWER = solution_pb2.BASIS_STATUS_AT_LOWER_BOUND
FEASIBLE = solution_pb2.SOLUTION_STATUS_FEASIBLE
LONGEST = timedelta(seconds=600.0)
"""For a linear program that GLOP gave up."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """An optimum; what is zero is left out.

    Attributes
    ----------
    values, reduced
        Values and reduced costs by the variable's id.
    prices
        Duals by the row's id.
    steps
        Of the simplex.
    """

    value: float
    values: dict[int, float]
    prices: dict[int, float]
    reduced: dict[int, float]
    steps: int

    def price(self, row: Any) -> float:
        """Dual of a row."""
        return self.prices.get(row.id, 0.0)


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

    basis: Basis | None

    def __init__(self, model: mathopt.Model) -> None:
        self._model = model
        self._changes = model.add_update_tracker()
        self._anew()

    def _anew(self) -> None:
        self._changes.advance_checkpoint()
        self._solver = _solver(self._model, parameters_pb2.SOLVER_TYPE_GLOP)
        self.basis = None

    def solve(self, dual: bool = False, reduced: bool = False) -> Optimum | None:
        """The optimum, None if GLOP gave up; it then starts afresh the next time.

        Parameters
        ----------
        dual
            By the dual simplex: where only rows and bounds are new since the last time.
        reduced
            Read reduced costs, too.
        """
        params = parameters_pb2.SolveParametersProto(
            presolve=parameters_pb2.EMPHASIS_OFF,
            lp_algorithm=(
                parameters_pb2.LP_ALGORITHM_DUAL_SIMPLEX
                if dual
                else parameters_pb2.LP_ALGORITHM_PRIMAL_SIMPLEX
            ),
        )
        try:
            self._update()
            result = _result(self._solver, params, self._completed(), reduced)
        except StatusNotOk:
            self._anew()
            return None
        found = _optimum(result)
        if found is not None:
            self.basis = result.solutions[0].basis
        return found

    def _update(self) -> None:
        changes = self._changes.export_update()
        if changes is None:
            return
        if not self._solver.update(changes):
            self._solver = _solver(self._model, parameters_pb2.SOLVER_TYPE_GLOP)
        self._changes.advance_checkpoint()

    def _completed(self) -> Basis | None:
        """The last basis; new variables are at their least, new rows have room.

        None if it is none any more, as rows were taken out.
        """
        if self.basis is None:
            return None
        variables, rows = self._variable_ids(), self._row_ids()
        columns = _grown(self.basis.variable_status, variables, LOWER)
        slacks = _grown(self.basis.constraint_status, rows, BASIC)
        if columns.count(BASIC) + slacks.count(BASIC) != len(rows):
            return None
        return Basis(
            variable_status=Statuses(ids=variables, values=columns),
            constraint_status=Statuses(ids=rows, values=slacks),
        )

    def _variable_ids(self) -> Ids:
        all_ids = range(self._model.get_next_variable_id())
        if self._model.get_num_variables() == len(all_ids):
            return all_ids
        return sorted(x.id for x in self._model.variables())

    def _row_ids(self) -> Ids:
        all_ids = range(self._model.get_next_linear_constraint_id())
        if self._model.get_num_linear_constraints() == len(all_ids):
            return all_ids
        return sorted(row.id for row in self._model.linear_constraints())


def _grown(last: Statuses, ids: Ids, new: int) -> list[int]:
    """The statuses of those ids; what is new has ``new``."""
    if len(ids) and ids[-1] == len(ids) - 1:  # nothing was ever taken out
        return [*last.values, *repeat(new, len(ids) - len(last.values))]
    known = dict(zip(last.ids, last.values, strict=True))
    return [known.get(one, new) for one in ids]


def optimum_anew(model: mathopt.Model) -> Optimum:
    """Solve a linear program with HiGHS, where GLOP gave up.

    Raises
    ------
    Unsolved
        If there is no solution, or HiGHS gives up as well.
    """
    params = parameters_pb2.SolveParametersProto()
    params.time_limit.FromTimedelta(LONGEST)
    try:
        result = _result(_solver(model, parameters_pb2.SOLVER_TYPE_HIGHS), params, None, True)
    except StatusNotOk as error:
        raise Unsolved(str(error)) from error
    found = _optimum(result)
    if found is None:
        raise Unsolved(str(result.termination.detail))
    return found


def _solver(model: mathopt.Model, kind: int) -> Any:
    return solver.new(kind, model.export_model(), parameters_pb2.SolverInitializerProto())


def _result(
    ready: Any, params: parameters_pb2.SolveParametersProto, basis: Basis | None, reduced: bool
) -> result_pb2.SolveResultProto:
    nonzero = SparseVectorFilterProto(skip_zero_values=True)
    nothing = SparseVectorFilterProto(filter_by_ids=True)
    wanted = ModelSolveParametersProto(
        variable_values_filter=nonzero,
        dual_values_filter=nonzero,
        reduced_costs_filter=nonzero if reduced else nothing,
        initial_basis=basis,
    )
    return ready.solve(params, wanted, None, CallbackRegistrationProto(), None, None)


def _optimum(result: result_pb2.SolveResultProto) -> Optimum | None:
    """What a solver found, None if it did not come to an optimum."""
    if not result.solutions:
        return None
    found = result.solutions[0]
    primal, dual = found.primal_solution, found.dual_solution
    if primal.feasibility_status != FEASIBLE or dual.feasibility_status != FEASIBLE:
        return None
    return Optimum(
        primal.objective_value,
        _by_id(primal.variable_values),
        _by_id(dual.dual_values),
        _by_id(dual.reduced_costs),
        result.solve_stats.simplex_iterations,
    )


def _by_id(sparse: SparseDoubleVectorProto) -> dict[int, float]:
    return dict(zip(sparse.ids, sparse.values, strict=True))
