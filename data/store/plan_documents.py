"""Plans as the store keeps them: JSON texts and a hash."""

import hashlib
from collections.abc import Sequence

from pydantic import TypeAdapter

from data.requests import Request
from data.store.request_document import canonical, request_document
from optimizer.plan import Plan
from optimizer.plan_file import plan_document
from optimizer.problem import Problem
from optimizer.problem_file import problem_document

_REQUESTS = TypeAdapter(tuple[Request, ...])


def plan_hash(problem: Problem, plan: Plan) -> str:
    """SHA-256 of what is asked and what is decided.

    How long the solve took, its bound and the words of a reason are no part of it: the same
    duties found again are the same plan.
    """
    duties = plan_document(plan)["duties"]
    text = canonical({"problem": problem_document(problem), "duties": duties})
    return hashlib.sha256(text.encode()).hexdigest()


def problem_text(problem: Problem) -> str:
    """The problem as the text of a problem.json."""
    return canonical(problem_document(problem))


def plan_text(plan: Plan) -> str:
    """The plan as the text of a plan.json."""
    return canonical(plan_document(plan))


def requests_text(requests: Sequence[Request]) -> str:
    """Records as JSON, in order of their ids."""
    ordered = sorted(requests, key=lambda request: request.id)
    return canonical([request_document(request) for request in ordered])


def read_requests(text: str) -> tuple[Request, ...]:
    """Records of ``requests_text``."""
    return _REQUESTS.validate_json(text)
