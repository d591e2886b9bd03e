"""What the engine answers to an instance, recomputed from its routes."""

from dataclasses import asdict, dataclass
from math import floor
from typing import Any

from data.toptw.instance import Instance
from data.toptw.referee import profit_of
from data.toptw.week import Route, routes_of
from optimizer.plan import Plan, relative_gap

NOISE = 1e-6


@dataclass(frozen=True, slots=True)
class Answer:
    """Routes, by the customers' numbers in the file, and how good they are.

    Attributes
    ----------
    bound
        No routes have more profit.
    """

    instance: str
    vehicles: int
    profit: float
    bound: float
    routes: tuple[Route, ...]
    seconds: float

    @property
    def gap(self) -> float:
        """Proved gap relative to the bound."""
        return relative_gap(self.profit, self.bound)


def answer_of(instance: Instance, vehicles: int, plan: Plan) -> Answer:
    """The answer that a plan of the instance's planning problem stands for."""
    routes = routes_of(plan)
    bound = _bound(instance, plan)
    seconds = round(plan.seconds, 2)
    return Answer(instance.name, vehicles, profit_of(instance, routes), bound, routes, seconds)


def _bound(instance: Instance, plan: Plan) -> float:
    """The plan's bound; never above all profit, and whole if every profit is."""
    total = instance.total_profit
    bound = total if plan.bound is None else min(total, plan.bound)
    whole = all(node.profit == int(node.profit) for node in instance.nodes)
    return float(floor(bound + NOISE)) if whole else bound


def answer_document(answer: Answer) -> dict[str, Any]:
    """The answer as a JSON object."""
    return asdict(answer) | {"routes": [list(route) for route in answer.routes]}
