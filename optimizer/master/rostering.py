"""How many duties of each class the teams, vehicles and kits can man, in whole numbers.

The days and depots are independent *blocks*. A *roster* says how many duties of each class one
block mans; the linear master mixes whole rosters, which is tighter than counting resources there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from ortools.math_opt.python import mathopt

from optimizer.columns.grid import Floats
from optimizer.columns.resources import Slot
from optimizer.columns.week import Week
from optimizer.master.effort import Effort, Unsolved, solve_whole
from optimizer.master.manning import add_manning, block_of_slot, usable_slots
from optimizer.master.simplex import Simplex

EXACT = Effort(60.0, tolerance=1e-9)
WHOLE = 1e-7
"""How near to a whole number counts as one."""


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


class _Block:
    """One block's program: continuous, which is mostly whole already, and whole."""

    def __init__(self, week: Week, slots: tuple[Slot, ...]) -> None:
        self._models = mathopt.Model(), mathopt.Model()
        supplies = [add_manning(model, week, slots)[1] for model in self._models]
        own = dict.fromkeys(week.class_index[slot.duty_class] for slot in slots)
        self._supplies = [{c: supply[c] for c in own} for supply in supplies]
        for variable in self._models[0].variables():
            variable.integer = False
        self._simplex = Simplex(self._models[0])
        self.least: Mapping[int, int] = {}
        self._kept: list[tuple[mathopt.Model, Any]] = []

    @property
    def classes(self) -> Iterable[int]:
        """Classes of the block."""
        return self._supplies[0]

    @contextmanager
    def at_least_one(self, duty_class: int) -> Iterator[None]:
        """Man at least one duty of the class meanwhile."""
        before = self.least
        self.keep({**before, duty_class: max(1, before.get(duty_class, 0))})
        try:
            yield
        finally:
            self.keep(before)

    def keep(self, least: Mapping[int, int]) -> None:
        """Man at least so many duties of classes from now on."""
        for model, row in self._kept:
            model.delete_linear_constraint(row)
        self.least = dict(least)
        self._kept = [
            (model, model.add_linear_constraint(supply[c] >= float(number)))
            for model, supply in zip(self._models, self._supplies, strict=True)
            for c, number in least.items()
        ]

    def best(self, paid: Mapping[int, float]) -> tuple[dict[int, int], float]:
        """Numbers of duties by class that earn most, and an upper bound on what any earn."""
        for model, supply in zip(self._models, self._supplies, strict=True):
            model.maximize(mathopt.LinearSum(w * supply[c] for c, w in paid.items()))
        found = self._simplex.solve()
        if found is not None and all(abs(n - round(n)) < WHOLE for n in found.values.values()):
            model = self._models[0]
            values = {model.get_variable(x): value for x, value in found.values.items()}
            return self._numbers(0, paid, values), found.value
        result = solve_whole(self._models[1], EXACT)
        return self._numbers(1, paid, result.variable_values()), float(result.dual_bound())

    def _numbers(
        self, program: int, classes: Iterable[int], values: Mapping[Any, float]
    ) -> dict[int, int]:
        supply, known = self._supplies[program], defaultdict(float, values)
        sums = ((c, round(mathopt.evaluate_expression(supply[c], known))) for c in sorted(classes))
        return {c: number for c, number in sums if number}


class Rostering:
    """Finds the best roster of every block when each class has a worth."""

    def __init__(self, week: Week) -> None:
        slots = usable_slots(week)
        self._classes = len(week.classes)
        self._blocks = [
            _Block(week, tuple(slot for slot in slots if block_of_slot(slot) == block))
            for block in dict.fromkeys(map(block_of_slot, slots))
        ]

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

    @cached_property
    def _block_by_class(self) -> Mapping[int, int]:
        return {c: b for b, block in enumerate(self._blocks) for c in block.classes}

    def block_of(self, duty_class: int) -> int:
        """Block of a class."""
        return self._block_by_class[duty_class]

    def rosters_of(self, classes: Iterable[int]) -> Iterator[Roster]:
        """The rosters of a plan, given the class of each of its duties."""
        duties: dict[int, Counter[int]] = defaultdict(Counter)
        for duty_class in classes:
            duties[self.block_of(duty_class)][duty_class] += 1
        for block, numbers in duties.items():
            yield Roster(block, tuple(sorted(numbers.items())))

    def at_least_one(self, duty_class: int, worth: Floats) -> float:
        """Upper bound for the block of a class when at least one duty of the class is manned."""
        block = self.block_of(duty_class)
        with self._blocks[block].at_least_one(duty_class):
            return self._best(block, worth)[1]

    def keep(self, block: int, least: Mapping[int, int]) -> Roster:
        """Man at least so many duties of classes of a block from now on; a roster that does.

        Raises
        ------
        Unsolved
            If that cannot be; then it stays as before.
        """
        before = self._blocks[block].least
        self._blocks[block].keep(least)
        try:
            return self._best(block, np.zeros(self._classes))[0]
        except Unsolved:
            self._blocks[block].keep(before)
            raise

    def kept(self, block: int) -> Mapping[int, int]:
        """So many duties of classes of a block are manned at least."""
        return self._blocks[block].least

    def keep_none(self) -> None:
        """Man what is best again."""
        for block in self._blocks:
            block.keep({})

    def _best(self, block: int, worth: Floats) -> tuple[Roster, float]:
        """The best roster of a block."""
        own = ((c, float(worth[c])) for c in self._blocks[block].classes)
        least = self._blocks[block].least
        numbers, most = self._blocks[block].best({c: w for c, w in own if w > 0 or c in least})
        return Roster(block, tuple(numbers.items())), most
