"""Team, vehicle and kits of a duty share the depot."""

from dataclasses import replace

import pytest

from optimizer.problem import Depot
from tests.optimizer.builders import BASE, PLAN, broken, kit, team, vehicle

DEPOTS = (*BASE.depots, Depot("bangil", "Bangil", 0))


@pytest.mark.parametrize(
    "moved",
    [
        {"teams": (team(depot="bangil"),)},
        {"vehicles": (vehicle(depot="bangil"),)},
        {"kits": (kit("K1", depot="bangil"),)},
    ],
)
def test_one_of_three_from_elsewhere(moved: dict):
    assert broken(replace(BASE, depots=DEPOTS, **moved), PLAN) == ["1-depo"]


def test_all_from_the_other_depot():
    moved = {
        "teams": (team(depot="bangil"),),
        "vehicles": (vehicle(depot="bangil"),),
        "kits": (kit("K1", depot="bangil"),),
    }
    assert broken(replace(BASE, depots=DEPOTS, **moved), PLAN) == []
