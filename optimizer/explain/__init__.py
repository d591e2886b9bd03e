"""Why people are left over: only statements that were proved on this plan."""

from optimizer.explain.options import Case
from optimizer.explain.proofs import PROOFS
from optimizer.explain.reason import Code, Reason
from optimizer.explain.situation import Situation
from optimizer.explain.text import sentence
from optimizer.plan import Plan
from optimizer.problem import Problem


def explain(problem: Problem, plan: Plan) -> dict[str, Reason]:
    """Reason of every request with people left over, by request id.

    Parameters
    ----------
    plan
        A valid plan (``check`` finds no broken hard rule); its own ``unserved`` is not read.
    """
    situation = Situation(problem, plan)
    cases = (Case(situation, request) for request in problem.requests)
    return {case.request.id: _reason(case) for case in cases if case.left > 0}


def _reason(case: Case) -> Reason:
    return next(reason for proof in PROOFS if (reason := proof(case)) is not None)


def reasons(problem: Problem, plan: Plan) -> dict[str, str]:
    """The same in Bahasa Indonesia."""
    return {request: sentence(reason) for request, reason in explain(problem, plan).items()}


__all__ = ["Code", "Reason", "explain", "reasons", "sentence"]
