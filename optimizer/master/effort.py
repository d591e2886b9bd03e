"""How hard an integer program is worked on, and one way to solve it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ortools.math_opt.python import mathopt

GAVE_UP = (RuntimeError, AttributeError)
"""A solver's abnormal end; MathOpt 9.15 trips over its own status."""

HURRIED = {
    "branching/pscost/priority": 10**8,
    "heuristics/completesol/freq": 0,
    "separating/gomory/freq": -1,
    "separating/maxstallroundsroot": 3,
}
ASLANT = 0.3
"""SCIP in a hurry: soon into the tree, no strong branching, of the heuristics only the one that
takes the hint, more cuts in fewer rounds (of a round they need only be as far from parallel)."""


class Unsolved(ArithmeticError):
    """A program without a solution, or one its solver gave up."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds of wall time, and tree nodes where no clock may decide.

    Attributes
    ----------
    tolerance
        Relative gap at which a program counts as solved.
    """

    seconds: float
    nodes: int | None = None
    tolerance: float = 1e-6


def solve_whole(
    model: mathopt.Model,
    effort: Effort,
    hint: Mapping[Any, float] | None = None,
    hurried: bool = False,
) -> mathopt.SolveResult:
    """Solve an integer program with SCIP.

    Parameters
    ----------
    hint
        Values of a good solution, if one is known.
    hurried
        Go into the tree soon. In small programs better solutions are found in half the time,
        though proofs take about as long; in large ones it takes the heuristics to find any.

    Raises
    ------
    Unsolved
        If no solution was found.
    """
    params = mathopt.SolveParameters(
        time_limit=timedelta(seconds=max(0.01, effort.seconds)),
        node_limit=effort.nodes,
        relative_gap_tolerance=effort.tolerance,
        random_seed=0,
        threads=1,
        heuristics=mathopt.Emphasis.OFF if hurried else mathopt.Emphasis.HIGH,
    )
    if hurried:
        params.gscip.int_params.update(HURRIED)
        params.gscip.real_params["cutselection/hybrid/minorthoroot"] = ASLANT
    hints = [mathopt.SolutionHint(variable_values=hint)] if hint else []
    start = mathopt.ModelSolveParameters(solution_hints=hints)
    try:
        result = mathopt.solve(model, mathopt.SolverType.GSCIP, params=params, model_params=start)
    except GAVE_UP as error:
        raise Unsolved(str(error)) from error
    if not result.has_primal_feasible_solution():
        raise Unsolved(str(result.termination.reason))
    return result
