"""A duty leaves and is back within its team's shift."""

from dataclasses import replace

import pytest

from tests.optimizer.builders import BASE, MONDAY, PLAN, broken, span, team


@pytest.mark.parametrize(
    ("opens", "closes", "rules"),
    [
        ("06:00", "16:00", []),
        ("07:00", "10:10", []),
        ("07:01", "16:00", ["2-giliran"]),
        ("07:00", "10:09", ["2-giliran"]),
    ],
)
def test_duty_from_seven_to_ten_past_ten(opens: str, closes: str, rules: list[str]):
    asked = replace(BASE, teams=(team(shifts={MONDAY: span(opens, closes)}),))
    assert broken(asked, PLAN) == rules
