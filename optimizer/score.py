"""What a plan is worth: both levels of the objective, recomputed from its duties."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, fsum, gcd, lcm

from optimizer.plan import Duty
from optimizer.problem import Problem, Request

PRINTED_DIGITS = 4
"""Finer than the 0.01 asked for, so that a proved optimum also shows on a week of few people."""


@dataclass(frozen=True, slots=True)
class Worth:
    """Both levels of the objective.

    Attributes
    ----------
    must_serve_missed
        Level 1, to be small: must-serve requests not wholly served.
    score
        Level 2, to be large, not rounded.
    """

    must_serve_missed: int
    score: float

    def better_than(self, other: "Worth", margin: float = 1e-6) -> bool:
        """Whether this is lexicographically better by more than ``margin`` of score."""
        if self.must_serve_missed != other.must_serve_missed:
            return self.must_serve_missed < other.must_serve_missed
        return self.score > other.score + margin


def worth(problem: Problem, duties: Sequence[Duty]) -> Worth:
    """Both levels of the objective for these duties."""
    served = people_served(duties)
    prices = problem.objective
    kept = {(stop.request, duty.date) for duty in duties for stop in duty.stops}
    changes = len(problem.promised_dates - kept)
    gains = fsum(problem.request[name].weight * people for name, people in served.items())
    return Worth(
        must_serve_missed=sum(_missed(request, served) for request in problem.requests),
        score=prices.value_per_person * gains
        - prices.cost_per_km * fsum(leg_km(problem, duties))
        - prices.cost_per_duty * len(duties)
        - prices.cost_per_change * changes,
    )


def people_served(duties: Iterable[Duty]) -> Counter[str]:
    """People served by request."""
    served: Counter[str] = Counter()
    for duty in duties:
        for stop in duty.stops:
            served[stop.request] += stop.people
    return served


def _missed(request: Request, served: Counter[str]) -> bool:
    return request.must_serve and served[request.id] < request.people


def leg_km(problem: Problem, duties: Iterable[Duty]) -> Iterable[float]:
    """Length of every leg, depot to depot."""
    km = problem.travel.km
    for duty in duties:
        depot = problem.depot[problem.team[duty.team].depot].location
        places = [depot, *(problem.request[stop.request].location for stop in duty.stops), depot]
        yield from (float(km[a, b]) for a, b in pairwise(places))


def score_step(problem: Problem) -> float:
    """A number of which every plan's score is a whole multiple, 0 where none is known."""
    prices = problem.objective
    if prices.cost_per_km and problem.travel.km.any():
        return 0.0
    parts = [Fraction(str(cost)) for cost in (prices.cost_per_duty, prices.cost_per_change)]
    value = Fraction(str(prices.value_per_person))
    for request in problem.requests:
        together = request.people if request.fixed_minutes is not None else 1
        parts.append(value * Fraction(str(request.weight)) * together)
    whole = lcm(*(part.denominator for part in parts))
    return float(Fraction(gcd(*(int(part * whole) for part in parts)), whole))


def rounded_up(bound: float) -> float:
    """The bound in printed digits, never below it (the solver's last digits aside)."""
    scale = 10**PRINTED_DIGITS
    return float(ceil(round(bound * scale, 2)) / scale)
