"""A complete problem.json and plan.json as plain objects, to be spoilt one place at a time."""

import copy
import json
from typing import Any

from optimizer.plan_file import plan_document
from optimizer.problem import Pin
from optimizer.problem_file import problem_document
from tests.optimizer.builders import MONDAY, PLAN, plan, problem, request

COMPLETE = problem(
    request("R1"), request("R2", fixed_minutes=60), pins=(Pin("R1", MONDAY),), previous=(PLAN,)
)
PROBLEM: dict[str, Any] = problem_document(COMPLETE)
WEEK_PLAN: dict[str, Any] = plan_document(plan(COMPLETE, PLAN, bound=99.5))


def spoilt(document: dict[str, Any], path: tuple[Any, ...], value: Any) -> str:
    """The document as text with one value replaced."""
    changed = copy.deepcopy(document)
    here: Any = changed
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = value
    return json.dumps(changed)


def without(document: dict[str, Any], path: tuple[Any, ...]) -> str:
    """The document as text with one key left out."""
    changed = copy.deepcopy(document)
    here: Any = changed
    for key in path[:-1]:
        here = here[key]
    del here[path[-1]]
    return json.dumps(changed)


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a document."""
    if isinstance(value, dict):
        return [here, *(p for k, v in value.items() for p in paths(v, (*here, k)))]
    if isinstance(value, list):
        return [here, *(p for k, v in enumerate(value) for p in paths(v, (*here, k)))]
    return [here]
