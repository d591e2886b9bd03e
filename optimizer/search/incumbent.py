"""The best checked plan so far, its bound, and who is told about them."""

from collections.abc import Sequence
from math import floor
from threading import Lock

from optimizer.check import check
from optimizer.columns.week import Week
from optimizer.explain import reasons
from optimizer.master.manning import Manned
from optimizer.plan import Duty, Plan, Status, Unserved, relative_gap
from optimizer.problem import Problem
from optimizer.score import PRINTED_DIGITS, Worth, people_served, rounded_up, score_step, worth
from optimizer.search.hand_out import print_duties
from optimizer.search.stock import can_man

OPTIMAL_GAP = 1e-4
UNKNOWN = "belum diketahui"
ROUNDING = 1e-6
"""Relative error that a computed bound may have."""
FINE = 1e-3
"""Steps of the score smaller than this are not made use of."""


class Incumbent:
    """Keeps the best plan that the independent checker has nothing to say about.

    Several threads may offer plans and bounds; after ``close`` nothing changes any more.

    Parameters
    ----------
    week
        The compiled week.

    Attributes
    ----------
    worth, bound, manned
        Both levels of the best plan, its proved bound, and its duties; None or empty at first.
    """

    def __init__(self, week: Week) -> None:
        self._week = week
        self._lock = Lock()
        step = score_step(week.problem)
        self._step = step if step >= FINE else 0.0
        self.closed = False
        self._plan: Plan | None = None
        self.worth: Worth | None = None
        self.bound: float | None = None
        self.manned: tuple[Manned, ...] = ()

    def offer(self, manned: Sequence[Manned]) -> None:
        """Take over the duties if they make a better plan."""
        duties = print_duties(self._week, manned)
        found = worth(self._week.problem, duties)
        if self.worth is not None and not found.better_than(self.worth):
            return
        plan = _plan(self._week.problem, duties, found)
        if check(self._week.problem, plan):
            return
        with self._lock:
            better = self.worth is None or found.better_than(self.worth)
            if better and not self.closed:
                self._plan, self.worth, self.manned = plan, found, tuple(manned)

    def swap(self, old: Sequence[Manned], new: Sequence[Manned]) -> None:
        """Take over the duties in the place of others, if that makes a better plan.

        The plan may have changed since the new ones were chosen: then the old ones may be gone,
        or teams, vehicles and kits that were idle may be taken.
        """
        manned = list(self.manned)
        for one in old:
            if one not in manned:
                return
            manned.remove(one)
        if can_man(self._week, [*manned, *new]):
            self.offer([*manned, *new])

    def prove(self, bound: float) -> None:
        """Note a true upper bound on better plans that miss no more must-serve requests.

        Where scores are whole multiples of a step, so is what is noted.
        """
        if self._step and bound < float("inf"):
            bound = self._step * floor((bound + ROUNDING * max(1.0, abs(bound))) / self._step)
        with self._lock:
            bound = bound if self.worth is None else max(bound, self.worth.score)
            if not self.closed and (self.bound is None or bound < self.bound):
                self.bound = bound

    def better_score(self) -> float:
        """No better plan that misses as many must-serve requests scores less than this."""
        score = 0.0 if self.worth is None else self.worth.score
        return score + 0.99 * self._step

    def close(self) -> None:
        """Take nothing over from now on."""
        with self._lock:
            self.closed = True

    def state(self) -> tuple[float, float | None] | None:
        """Printed score and bound, None without a plan."""
        with self._lock:
            if self.worth is None:
                return None
            return self.printed_score(), self._printed_bound()

    def misses(self) -> int:
        """Must-serve requests missed that might be served; all of them without a plan."""
        week, worth = self._week, self.worth
        if worth is None:
            return len(week.must_serve)
        return worth.must_serve_missed - week.surely_missed

    def lacking(self) -> bool:
        """Whether a promise or a pin is missed that might be kept."""
        return self.misses() > 0 or self.worth is None

    def gap(self) -> float:
        """Proved relative gap; infinite without plan or bound."""
        if self.worth is None or self.bound is None:
            return float("inf")
        return relative_gap(self.printed_score(), self._printed_bound() or 0.0)

    def optimal(self) -> bool:
        """Whether nothing is left to find or prove."""
        return self.gap() <= OPTIMAL_GAP

    def printed_score(self) -> float:
        """The score as it stands in the plan."""
        return 0.0 if self.worth is None else round(self.worth.score, PRINTED_DIGITS)

    def _printed_bound(self) -> float | None:
        if self.bound is None or self.worth is None:
            return None
        return max(rounded_up(self.bound), self.printed_score())

    def finished(self, seconds: float) -> Plan | None:
        """The plan with its proof, or None if there is none."""
        if self._plan is None:
            return None
        status: Status = "optimal" if self.optimal() else "feasible"
        plan = self._plan
        return Plan(
            plan.week,
            status,
            plan.must_serve_missed,
            plan.score,
            self._printed_bound(),
            seconds,
            plan.duties,
            self._with_reasons(plan),
        )

    def _with_reasons(self, plan: Plan) -> tuple[Unserved, ...]:
        known = reasons(self._week.problem, plan)
        return tuple(Unserved(row.request, known[row.request], row.people) for row in plan.unserved)


def _plan(problem: Problem, duties: tuple[Duty, ...], found: Worth) -> Plan:
    served = people_served(duties)
    unserved = tuple(
        Unserved(request.id, UNKNOWN, request.people - served[request.id])
        for request in problem.requests
        if served[request.id] < request.people
    )
    score = round(found.score, PRINTED_DIGITS)
    return Plan(
        problem.week, "feasible", found.must_serve_missed, score, None, 0.0, duties, unserved
    )
