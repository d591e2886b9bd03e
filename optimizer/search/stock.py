"""Teams, vehicles and kits that are still free while duties are manned one by one."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from optimizer.columns.resources import Slot
from optimizer.columns.week import Week
from optimizer.master.manning import Manned


class Stock:
    """All of the week's teams, vehicles and kits, less what was taken."""

    def __init__(self, week: Week) -> None:
        held = week.resources
        groups = (*held.teams.items(), *held.vehicles.items(), *held.kits.items())
        self._left: Counter[Any] = Counter({group: len(members) for group, members in groups})

    def free(self, slot: Slot) -> bool:
        """Whether one more duty can be manned in this way."""
        return all(self._left[owner] >= amount for owner, amount in _needs(slot).items())

    def take(self, slot: Slot) -> None:
        """Man a duty in this way."""
        self._left.subtract(_needs(slot))


def can_man(week: Week, manned: Iterable[Manned]) -> bool:
    """Whether teams, vehicles and kits suffice for all of the duties."""
    stock = Stock(week)
    for _, slot in manned:
        if not stock.free(slot):
            return False
        stock.take(slot)
    return True


def _needs(slot: Slot) -> Counter[Any]:
    group = slot.duty_class
    return Counter({slot.team: 1, slot.vehicle: 1, (group.date, group.depot): group.kits})
