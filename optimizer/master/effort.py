"""How hard an integer program is worked on, and one way to solve it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Any

from ortools.math_opt.python import mathopt

GAVE_UP = (RuntimeError, AttributeError)
"""A solver's abnormal end; MathOpt 9.15 trips over its own status."""

SOON = {
    "heuristics/completesol/freq": 0,
    "separating/gomory/freq": -1,
    "separating/maxstallroundsroot": 3,
}
ASLANT = {"cutselection/hybrid/minorthoroot": 0.3}
"""Soon into the tree: the hint is taken, more cuts come in fewer rounds (of a round they need only
be as far from parallel)."""


class Manner(Enum):
    """How SCIP goes about a program.

    Attributes
    ----------
    WIDELY
        All its heuristics: in large programs it takes them to find any solution.
    HURRIED
        Soon into the tree, without heuristics and strong branching. In small programs better
        solutions are found in half the time so, though proofs take about as long.
    STEADILY
        Soon into the tree, with a little of both: programs of some hundred columns are solved to
        the end in half the time of the others.
    """

    WIDELY = mathopt.Emphasis.HIGH
    HURRIED = mathopt.Emphasis.OFF
    STEADILY = mathopt.Emphasis.LOW


INTEGERS: Mapping[Manner, Mapping[str, int]] = {
    Manner.WIDELY: {},
    Manner.HURRIED: {**SOON, "branching/pscost/priority": 10**8},
    Manner.STEADILY: {**SOON, "branching/relpscost/maxlookahead": 4},
}
REALS: Mapping[Manner, Mapping[str, float]] = {
    Manner.WIDELY: {},
    Manner.HURRIED: ASLANT,
    Manner.STEADILY: {**ASLANT, "branching/relpscost/maxreliable": 1.5},
}
"""SCIP's parameters; its own lookahead is 9, its own reliability 5."""


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
    manner: Manner = Manner.WIDELY,
) -> mathopt.SolveResult:
    """Solve an integer program with SCIP.

    Parameters
    ----------
    hint
        Values of a good solution, if one is known.

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
        heuristics=manner.value,
    )
    params.gscip.int_params.update(INTEGERS[manner])
    params.gscip.real_params.update(REALS[manner])
    hints = [mathopt.SolutionHint(variable_values=hint)] if hint else []
    start = mathopt.ModelSolveParameters(solution_hints=hints)
    try:
        result = mathopt.solve(model, mathopt.SolverType.GSCIP, params=params, model_params=start)
    except GAVE_UP as error:
        raise Unsolved(str(error)) from error
    if not result.has_primal_feasible_solution():
        raise Unsolved(str(result.termination.reason))
    return result
