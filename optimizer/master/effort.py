"""How hard an integer program is worked on."""

from dataclasses import dataclass
from datetime import timedelta

from ortools.math_opt.python import mathopt


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds of wall time, and tree nodes where no clock may decide."""

    seconds: float
    nodes: int | None = None

    def parameters(self) -> mathopt.SolveParameters:
        """The same for MathOpt."""
        return mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(0.01, self.seconds)),
            node_limit=self.nodes,
            relative_gap_tolerance=1e-6,
            random_seed=0,
        )
