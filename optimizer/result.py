"""What a solve gives back, and what it says on the way."""

from collections.abc import Callable
from dataclasses import dataclass

from optimizer.plan import Plan


@dataclass(frozen=True, slots=True)
class Progress:
    """State of a running solve.

    Attributes
    ----------
    elapsed
        Seconds since the solve began.
    score
        Score of the best checked plan so far.
    bound
        True upper bound so far, or None.
    """

    elapsed: float
    score: float
    bound: float | None


Listener = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Result:
    """A checked plan and how it came about.

    Attributes
    ----------
    plan
        The best plan found; ``check(problem, plan)`` finds nothing in it.
    seed
        Seed the search started from.
    reproducible
        Whether the same input gives the same plan to the byte.
    """

    plan: Plan
    seed: int
    reproducible: bool
