"""How many duties of each class the teams, vehicles and kits of a day can man."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from ortools.math_opt.python import mathopt

from optimizer.columns.grid import Floats
from optimizer.columns.resources import Slot
from optimizer.columns.week import Week


def usable_slots(week: Week) -> tuple[Slot, ...]:
    """Slots whose class can serve somebody."""
    return tuple(s for s in week.resources.slots if s.duty_class in week.class_index)


def add_manning(
    model: mathopt.Model, week: Week, whole: bool
) -> tuple[Mapping[Slot, Any], list[Any]]:
    """Add a count for every slot and the rows that keep teams, vehicles and kits within number.

    Returns
    -------
    manned, supply
        Variable of each slot; for each class the sum of its slots' variables.
    """
    manned: dict[Slot, Any] = {}
    supply: list[Any] = [0.0] * len(week.classes)
    uses: dict[Any, list[tuple[float, Any]]] = defaultdict(list)
    stock: dict[Any, int] = {}
    for slot in usable_slots(week):
        count = model.add_variable(lb=0.0, is_integer=whole)
        manned[slot] = count
        supply[week.class_index[slot.duty_class]] += count
        for owner, amount, held in (
            (("team", slot.team), 1, len(week.resources.teams[slot.team])),
            (("vehicle", slot.vehicle), 1, len(week.resources.vehicles[slot.vehicle])),
            (("kits", *_pool(slot)), slot.duty_class.kits, len(week.resources.kits[_pool(slot)])),
        ):
            uses[owner].append((amount, count))
            stock[owner] = held
    for owner, terms in uses.items():
        model.add_linear_constraint(mathopt.LinearSum(a * v for a, v in terms) <= stock[owner])
    return manned, supply


def _pool(slot: Slot) -> tuple[Any, str]:
    return slot.duty_class.date, slot.duty_class.depot


class ManningBound:
    """The most that whole duties can earn together when each class has a ceiling."""

    def __init__(self, week: Week) -> None:
        self._model = mathopt.Model()
        self._manned, self._supply = add_manning(self._model, week, whole=True)
        self._index = [(week.class_index[s.duty_class], v) for s, v in self._manned.items()]

    def most(self, ceilings: Floats | Sequence[float]) -> float:
        """Upper bound on the sum of ceilings over manned duties; negative ceilings stay at home."""
        if not self._index:
            return 0.0
        earned = (float(np.maximum(ceilings[c], 0.0)) * v for c, v in self._index)
        self._model.maximize(mathopt.LinearSum(earned))
        result = mathopt.solve(self._model, mathopt.SolverType.HIGHS)
        return float(result.dual_bound())
