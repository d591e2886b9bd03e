"""Every date, team, vehicle, kit and request is known."""

from dataclasses import replace

import pytest

from optimizer.check import check
from optimizer.plan import Unserved
from tests.optimizer.builders import BASE, PLAN, TUESDAY, broken, plan

ALL_LEFT = (Unserved("R1", "…", 20),)


def test_empty_plan_names_nobody():
    assert broken(BASE) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"date": TUESDAY}, "duties[0].date"),
        ({"team": "T9"}, "duties[0].team"),
        ({"vehicle": "V9"}, "duties[0].vehicle"),
        ({"kits": ("K9",)}, "duties[0].kits[0]"),
    ],
)
def test_unknown_name(change: dict, place: str):
    found = check(BASE, plan(BASE, replace(PLAN, **change)))
    assert "nama" in {violation.rule for violation in found}
    assert place in {violation.place for violation in found}


def test_unknown_request_in_a_stop():
    strange = replace(PLAN, stops=(replace(PLAN.stops[0], request="R9"),))
    assert broken(BASE, strange) == ["nama"]


def test_unknown_request_among_the_unserved():
    rows = (*ALL_LEFT, Unserved("R9", "…", 1))
    assert broken(BASE, unserved=rows) == ["nama"]
