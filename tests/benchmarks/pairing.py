"""Which team takes which vehicle and kits, and how sites are cut: the best of many draws.

Every draw is judged by the plan of a quick VROOM run.
"""

import time

from optimizer.problem import Problem
from tests.benchmarks import by_vroom
from tests.benchmarks.answers import plan_of
from tests.benchmarks.crews import Outing, Portion, outings, portions

DRAWS = 60
SIZES = (45, 30, 60, 20)

Split = tuple[list[Outing], list[Portion]]


def best_split(problem: Problem, seconds: float) -> Split:
    """Crews and portions whose quick plan misses fewest promises and scores best."""
    until = time.monotonic() + seconds
    best = _split(problem, 0)
    worth = _worth(problem, best, seconds)
    for draw in range(1, DRAWS):
        if time.monotonic() > until:
            break
        other = _split(problem, draw)
        if (found := _worth(problem, other, seconds)) > worth:
            best, worth = other, found
    return best


def _split(problem: Problem, draw: int) -> Split:
    return outings(problem, draw), portions(problem, SIZES[draw % len(SIZES)])


def _worth(problem: Problem, split: Split, seconds: float) -> tuple[int, float]:
    plan = plan_of(problem, by_vroom.routes(problem, *split, seconds, 0, effort=0), 0.0)
    return -plan.must_serve_missed, plan.score
