"""The bound is not below the score, as far as both are printed."""

import pytest

from tests.optimizer.builders import BASE, PLAN, broken


@pytest.mark.parametrize(
    ("limit", "rules"),
    [(None, []), (99.0, []), (14.99, ["batas", "status"]), (float("inf"), ["batas"])],
)
def test_score_of_fifteen(limit: float | None, rules: list[str]):
    assert broken(BASE, PLAN, bound=limit) == rules


def test_equal_is_optimal():
    assert broken(BASE, PLAN, bound=15.0, status="optimal") == []
