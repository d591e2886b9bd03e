"""Column generation: the linear master and exact pricing in turn, a true bound on the way.

The bound is Lagrangian: at any prices, right-hand sides times prices plus the most that whole
manned duties can still earn. It holds whether or not the master has converged.

References
----------
Desaulniers, Desrosiers & Solomon (2005), doi:10.1007/b135457;
Wentges (1997), doi:10.1016/S0969-6016(97)00001-4 (smoothed prices).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from optimizer.columns.pricing import Pricer, Search
from optimizer.columns.week import Week
from optimizer.master.linear import LinearAnswer, LinearMaster
from optimizer.master.manning import ManningBound

CONVERGED = 1e-7


@dataclass
class Generation:
    """The state of column generation for one week.

    Attributes
    ----------
    bound
        Best proved upper bound on the score, infinite at first.
    """

    week: Week
    master: LinearMaster
    pricer: Pricer
    bound: float = float("inf")
    best: LinearAnswer | None = None

    def __post_init__(self) -> None:
        self._manning = ManningBound(self.week)

    def run(self, go_on: Callable[[], bool], told: Callable[[float], None]) -> LinearAnswer:
        """Generate until converged or told to stop.

        Parameters
        ----------
        go_on
            Asked before every round.
        told
            Hears every bound.
        """
        answer = self.master.solve()
        while go_on():
            added, bound = self.round(answer)
            if bound < self.bound:
                self.bound, self.best = bound, answer
                told(bound)
            if not added or self.bound <= answer.value + CONVERGED * abs(answer.value):
                break
            answer = self.master.solve()
        return answer

    def round(self, answer: LinearAnswer) -> tuple[int, float]:
        """Price every class once; return how many columns are new, and the bound."""
        overhead = self.week.problem.objective.cost_per_duty
        floors = answer.duty + overhead + 1e-7
        priced = self.pricer.price(answer.prices, floors, Search())
        ceilings = np.array([one.ceiling for one in priced]) - overhead
        bound = answer.fixed + self._manning.most(ceilings)
        return self.master.add(c for one in priced for c in one.columns), bound
