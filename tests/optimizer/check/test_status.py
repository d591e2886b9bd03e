"""``optimal`` says that the gap is at most 1e-4, ``feasible`` that it is more."""

import pytest

from tests.optimizer.builders import BASE, PLAN, broken


@pytest.mark.parametrize(
    ("limit", "status", "rules"),
    [
        (15.0, "optimal", []),
        (15.0, "feasible", ["status"]),
        (15.0015, "optimal", []),
        (15.01, "feasible", []),
        (15.01, "optimal", ["status"]),
        (None, "feasible", []),
        (None, "optimal", ["status"]),
        (99.0, "excellent", ["status"]),
    ],
)
def test_score_of_fifteen(limit: float | None, status: str, rules: list[str]):
    assert broken(BASE, PLAN, bound=limit, status=status) == rules


@pytest.mark.parametrize(("limit", "rules"), [(0.0001, []), (0.0002, ["status"])])
def test_near_zero_the_gap_is_absolute(limit: float, rules: list[str]):
    assert broken(BASE, bound=limit, status="optimal") == rules
