"""What a rule finds in a plan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from optimizer.plan import Plan
from optimizer.problem import Problem


class Finding(NamedTuple):
    """Where a rule is broken (path into plan.json) and how, in Bahasa Indonesia."""

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule.

    Attributes
    ----------
    rule
        Name of the rule, as in ``optimizer.check.RULES``.
    place
        Path into plan.json, e.g. ``duties[2].stops[0]``.
    message
        What is wrong, in Bahasa Indonesia.
    """

    rule: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"[{self.rule}] {self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the specification and the function that finds where a plan breaks it."""

    name: str
    spec: str
    find: Callable[[Problem, Plan], Iterator[Finding]]
