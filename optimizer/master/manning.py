"""How many duties of each class the teams, vehicles and kits can man, in whole numbers.

The days and depots are independent *blocks*. A *roster* says how many duties of each class one
block mans; the linear master mixes whole rosters, which is tighter than counting resources there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column
from optimizer.columns.grid import Floats
from optimizer.columns.resources import Slot
from optimizer.columns.week import Week
from optimizer.master.effort import Effort, Unsolved, solve_whole

Manned = tuple[Column, Slot]
"""A duty and how it is manned."""
EXACT = Effort(60.0, tolerance=1e-9)


@dataclass(frozen=True, slots=True)
class Roster:
    """Whole duties that one block mans.

    Attributes
    ----------
    block
        Index of the (date, depot) pair.
    duties
        (class, number) pairs, ascending, numbers positive.
    """

    block: int
    duties: tuple[tuple[int, int], ...]


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
            (("kits", *_block(slot)), slot.duty_class.kits, len(week.resources.kits[_block(slot)])),
        ):
            uses[owner].append((amount, count))
            stock[owner] = held
    for owner, terms in uses.items():
        model.add_linear_constraint(mathopt.LinearSum(a * v for a, v in terms) <= stock[owner])
    return manned, supply


def _block(slot: Slot) -> tuple[Any, str]:
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


class Rostering:
    """Finds the best roster of every block when each class has a worth."""

    def __init__(self, week: Week) -> None:
        self._blocks = []
        slots = usable_slots(week)
        for block in dict.fromkeys(map(_block, slots)):
            model = mathopt.Model()
            own = tuple(slot for slot in slots if _block(slot) == block)
            _, supply = add_manning(model, week, own)
            classes = dict.fromkeys(week.class_index[slot.duty_class] for slot in own)
            self._blocks.append((model, {c: supply[c] for c in classes}))

    @property
    def blocks(self) -> int:
        """Number of blocks."""
        return len(self._blocks)

    def best(self, worth: Floats) -> list[tuple[Roster, float]]:
        """The best roster of every block, with an upper bound on what any roster there earns.

        Parameters
        ----------
        worth
            Of one duty of each class, shape ``(classes,)``; duties of no worth stay at home.
        """
        return [self._best(block, worth) for block in range(len(self._blocks))]

    def covering(self, duties: Mapping[int, int], worth: Floats) -> Roster | None:
        """The best roster of one block that mans at least these duties, or None if none can.

        Parameters
        ----------
        duties
            Numbers by class, all of one block.
        """
        block = self.block_of(next(iter(duties)))
        model, supply = self._blocks[block]
        forced = [model.add_linear_constraint(supply[c] >= float(n)) for c, n in duties.items()]
        try:
            return self._best(block, worth, frozenset(duties))[0]
        except Unsolved:
            return None
        finally:
            for row in forced:
                model.delete_linear_constraint(row)

    def block_of(self, duty_class: int) -> int:
        """Block of a class."""
        return next(b for b, (_, supply) in enumerate(self._blocks) if duty_class in supply)

    def at_least_one(self, duty_class: int, worth: Floats) -> float:
        """Upper bound for the block of a class when at least one duty of the class is manned."""
        block = self.block_of(duty_class)
        model, supply = self._blocks[block]
        forced = model.add_linear_constraint(supply[duty_class] >= 1.0)
        earned = self._best(block, worth, frozenset({duty_class}))[1]
        model.delete_linear_constraint(forced)
        return earned

    def _best(
        self, block: int, worth: Floats, forced: frozenset[int] = frozenset()
    ) -> tuple[Roster, float]:
        model, supply = self._blocks[block]
        paid = {c: w for c, w in ((c, float(worth[c])) for c in supply) if w > 0 or c in forced}
        model.maximize(mathopt.LinearSum(w * supply[c] for c, w in paid.items()))
        result = solve_whole(model, EXACT)
        values = result.variable_values()
        numbers = ((c, round(mathopt.evaluate_expression(supply[c], values))) for c in sorted(paid))
        return Roster(block, tuple((c, n) for c, n in numbers if n)), float(result.dual_bound())
