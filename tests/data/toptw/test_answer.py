"""What the engine's plan says of an instance."""

from dataclasses import replace

import pytest

from data.toptw.answer import answer_document, answer_of
from data.toptw.instance import Instance, Node
from data.toptw.week import problem_of
from optimizer.solve import Limits, solve

UNIT = 1_000_000
PAIR = Instance(
    "pair",
    0,
    (
        Node(0, 0, 0, 0.0, 0, 30),
        Node(5 * UNIT, 0, 4, 7.0, 0, 30),
        Node(-9 * UNIT, 0, 0, 5.0, 0, 30),
    ),
)


def test_the_engine_solves_the_planning_problem_of_an_instance():
    answer = answer_of(PAIR, 1, solve(problem_of(PAIR, 1), Limits(work=1)).plan)
    assert (answer.profit, answer.bound, answer.routes) == (7, 7, ((1,),))
    assert answer_document(answer)["routes"] == [[1]]
    assert answer.gap == 0


@pytest.mark.parametrize(
    ("bound", "profits", "told"),
    [(None, (7, 5), 12), (99.0, (7, 5), 12), (11.9, (7, 5), 11), (11.9, (7, 5.5), 11.9)],
)
def test_a_bound_is_at_most_all_profit_and_whole_if_profits_are(
    bound: float | None, profits: tuple[float, float], told: float
):
    customers = (replace(n, profit=p) for n, p in zip(PAIR.nodes[1:], profits, strict=True))
    instance = replace(PAIR, nodes=(PAIR.nodes[0], *customers))
    plan = solve(problem_of(instance, 1), Limits(work=1)).plan
    assert answer_of(instance, 1, replace(plan, bound=bound)).bound == told
