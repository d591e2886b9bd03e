"""Whole numbers of duties within the teams, vehicles and kits at hand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.resources import Slot
from optimizer.columns.week import Week

Manned = tuple[Column, Slot]
"""A duty and how it is manned."""


def usable_slots(week: Week) -> tuple[Slot, ...]:
    """Slots whose class can serve somebody."""
    return tuple(s for s in week.resources.slots if s.duty_class in week.class_index)


def add_manning(
    model: mathopt.Model, week: Week, slots: tuple[Slot, ...]
) -> tuple[Mapping[Slot, Any], list[Any]]:
    """Add a whole count for every slot and keep teams, vehicles and kits within number.

    Returns
    -------
    manned, supply
        Variable of each slot; for each class the sum of its slots' variables.
    """
    manned: dict[Slot, Any] = {}
    supply: list[Any] = [0.0] * len(week.classes)
    uses: dict[Any, list[tuple[float, Any]]] = defaultdict(list)
    stock: dict[Any, int] = {}
    for slot in slots:
        count = model.add_integer_variable(lb=0.0)
        manned[slot] = count
        supply[week.class_index[slot.duty_class]] += count
        for owner, amount, held in (
            (("team", slot.team), 1, len(week.resources.teams[slot.team])),
            (("vehicle", slot.vehicle), 1, len(week.resources.vehicles[slot.vehicle])),
            (
                ("kits", *block_of_slot(slot)),
                slot.duty_class.kits,
                len(week.resources.kits[block_of_slot(slot)]),
            ),
        ):
            uses[owner].append((amount, count))
            stock[owner] = held
    for owner, terms in uses.items():
        model.add_linear_constraint(mathopt.LinearSum(a * v for a, v in terms) <= stock[owner])
    return manned, supply


def block_of_slot(slot: Slot) -> tuple[Any, str]:
    """Date and depot, which no team, vehicle or kit leaves."""
    return slot.duty_class.date, slot.duty_class.depot


def man_duties(week: Week, columns: Iterable[Column], free: dict[Slot, int]) -> tuple[Manned, ...]:
    """Give every duty one of the free slots of its class, of which there are enough."""
    manned = []
    for column in columns:
        wanted = week.classes[column.sequence.duty_class]
        slot = next(s for s, left in free.items() if left and s.duty_class == wanted)
        free[slot] -= 1
        manned.append((column, slot))
    return tuple(manned)
