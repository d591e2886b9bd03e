"""What the plan says of itself: kilometres, both levels of the objective, the proof."""

from collections.abc import Iterator
from fractions import Fraction
from math import isfinite

from optimizer.check.people import served
from optimizer.check.resolved import known_duties, legs
from optimizer.check.violation import Finding
from optimizer.plan import Plan
from optimizer.problem import Problem

OPTIMAL_GAP = 1e-4
SCORE_TOLERANCE = Fraction(1, 100)
KM_TOLERANCE = Fraction(1, 20)
ROUNDING = Fraction(1, 200)
NOISE = 1e-9


def kilometres(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """A duty's km are those of its legs, as far as they are printed (0.05)."""
    for known in known_duties(problem, plan):
        ways = list(legs(problem, known))
        km = sum((Fraction(problem.travel.km[leg.origin, leg.target]) for leg in ways), Fraction())
        if ways and not _close(known.duty.km, km, KM_TOLERANCE):
            message = f"tertulis {known.duty.km:g} km, jumlah perjalanan {float(km):.2f} km"
            yield Finding(f"{known.place}.km", message)


def missed(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Level 1 counts the must-serve requests that are not wholly served."""
    done = served(plan)
    count = sum(r.must_serve and done[r.id] < r.people for r in problem.requests)
    if plan.must_serve_missed != count:
        message = f"tertulis {plan.must_serve_missed}, sebenarnya {count}"
        yield Finding("must_serve_missed", message)


def score(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """Level 2 is the score of the duties, to 0.01."""
    true = true_score(problem, plan)
    if not _close(plan.score, true, SCORE_TOLERANCE):
        yield Finding("score", f"tertulis {plan.score}, sebenarnya {float(true):.2f}")


def true_score(problem: Problem, plan: Plan) -> Fraction:
    """Score of the plan's duties, exact; legs of unknown requests count nothing."""
    goal, done = problem.objective, served(plan)
    value = sum((Fraction(r.weight) * done[r.id] for r in problem.requests), Fraction())
    km = sum(
        Fraction(problem.travel.km[leg.origin, leg.target])
        for known in known_duties(problem, plan)
        for leg in legs(problem, known)
    )
    return (
        Fraction(goal.value_per_person) * value
        - Fraction(goal.cost_per_km) * km
        - Fraction(goal.cost_per_duty) * len(plan.duties)
        - Fraction(goal.cost_per_change) * _changes(problem, plan)
    )


def _changes(problem: Problem, plan: Plan) -> int:
    asked = {request.id for request in problem.requests}
    before = {(s.request, d.date) for d in problem.previous for s in d.stops if s.request in asked}
    now = {(stop.request, duty.date) for duty in plan.duties for stop in duty.stops}
    return len(before - now)


def bound(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """The bound is not below the score."""
    if plan.bound is None:
        return
    if not isfinite(plan.bound) or not isfinite(plan.score):
        yield Finding("bound", "batas dan skor harus angka biasa")
    elif Fraction(plan.bound) < Fraction(plan.score) - ROUNDING:
        yield Finding("bound", f"batas {plan.bound} di bawah skor {plan.score}")


def status(problem: Problem, plan: Plan) -> Iterator[Finding]:
    """``optimal`` says that the gap is at most 1e-4, ``feasible`` that it is more."""
    proved = plan.bound is not None and _gap(plan.score, plan.bound) <= OPTIMAL_GAP + NOISE
    surely = plan.bound is not None and _gap(plan.score, plan.bound) <= OPTIMAL_GAP - NOISE
    if plan.status not in ("optimal", "feasible"):
        yield Finding("status", f"'{plan.status}' harus 'optimal' atau 'feasible'")
    elif plan.status == "optimal" and not proved:
        yield Finding("status", "'optimal' tanpa celah yang cukup kecil")
    elif plan.status == "feasible" and surely:
        yield Finding("status", "celah sudah cukup kecil: harus 'optimal'")


def _gap(points: float, limit: float) -> float:
    return (limit - points) / max(1.0, abs(limit))


def _close(claimed: float, true: Fraction, tolerance: Fraction) -> bool:
    return isfinite(claimed) and abs(Fraction(claimed) - true) <= tolerance + Fraction(NOISE)
