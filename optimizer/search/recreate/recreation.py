"""One search at work: given duties, filled better and better."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.column import Column
from optimizer.columns.column import Sequence as Visits
from optimizer.columns.resources import Slot
from optimizer.columns.search import longest_duty
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.recreate.field import build_field
from optimizer.search.recreate.insertion import empty_chances
from optimizer.search.recreate.kept import nothing_kept
from optimizer.search.recreate.rounds import run_rounds
from optimizer.search.recreate.routes import Routes, copy_duties, empty_routes, put_in, take_out

Whole = NDArray[np.integer[Any]]

HOT, COLD = 1.0, 0.1
"""Temperature in the beginning and in the end, in mean scores of a stop."""
MOST_OUT = 12
"""Stops taken out in one round."""
NEAR = 0.02
"""Duties are kept of plans that miss the best by at most this share."""


class Recreation:
    """Ruin and recreate from a given plan.

    Parameters
    ----------
    week
        The compiled week.
    start
        The duties to fill, how they are manned, and what they do in the beginning; a duty may
        have no stops yet.
    seed
        Start of the random choices.

    Attributes
    ----------
    score
        Of the best plan; people of must-serve requests weigh more than they score.
    """

    def __init__(self, week: Week, start: Sequence[Manned], seed: int) -> None:
        self._week = week
        self._slots = [slot for _, slot in start]
        self._seed = seed
        classes = [column.sequence.duty_class for column, _ in start]
        self._field = build_field(week, classes)
        self._classes = sorted(set(classes))
        most = max(longest_duty(week.grids[c]) for c in self._classes)
        self._now, self._trial, self._best = (empty_routes(self._field, most) for _ in range(3))
        self._chances = empty_chances(self._field)
        self._kept = nothing_kept(most)
        self._stop_score = float(np.mean(week.worth_per_person * week.requested))
        self.score = 0.0
        self.adopt(start)

    def adopt(self, manned: Iterable[Manned]) -> None:
        """Go on from these duties; those manned in another way than the given are passed over."""
        waiting = list(manned)
        for duty, slot in enumerate(self._slots):
            found = next((one for one in waiting if one[1] == slot), None)
            if found is not None:
                waiting.remove(found)
            self._fill(duty, found[0] if found else idle(self._week, slot)[0])
        copy_duties(self._trial, self._now, np.ones(len(self._slots), np.bool_))
        self.run(0, 1.0)

    def _fill(self, duty: int, column: Column) -> None:
        while self._trial.length[duty]:
            take_out(self._field, self._trial, duty, self._trial.length[duty])
        grid = self._week.grids[column.sequence.duty_class]
        start = self._field.first_node[self._field.kind[duty]]
        for after, (node, people) in enumerate(
            zip(column.sequence.nodes, column.people, strict=True)
        ):
            first = int(self._field.first[start + node])
            option = first + int(
                np.searchsorted(grid.people[grid.first[node] : grid.first[node + 1]], people)
            )
            put_in(self._field, self._trial, duty, after, start + node, option)

    def run(self, rounds: int, share: float) -> None:
        """So many rounds, as cool as after this share of the whole search."""
        self._seed += 1
        self.score = float(
            run_rounds(
                self._field,
                self._now,
                self._trial,
                self._best,
                self._chances,
                self._kept,
                MOST_OUT,
                self._stop_score * HOT * (COLD / HOT) ** share,
                NEAR * abs(self.score),
                self._seed % 2**32,
                rounds,
            )
        )

    def best(self) -> tuple[Manned, ...]:
        """The best plan so far; duties without stops are left out."""
        found: Routes = self._best
        return tuple(
            (self._duty(found, duty), slot)
            for duty, slot in enumerate(self._slots)
            if found.length[duty]
        )

    def _duty(self, routes: Routes, duty: int) -> Column:
        stops = slice(1, routes.length[duty] + 1)
        return self._column(
            self._field.kind[duty], routes.node[duty, stops], routes.option[duty, stops]
        )

    def kept(self, most: int) -> Iterable[Column]:
        """Duties of good plans, those of the best plans first."""
        kept = self._kept
        for row in np.argsort(-kept.plan, kind="stable")[:most]:
            if kept.mark[row]:
                stops = slice(kept.length[row])
                yield self._column(kept.kind[row], kept.node[row, stops], kept.option[row, stops])

    def _column(self, kind: int, nodes: Whole, options: Whole) -> Column:
        start = self._field.first_node[kind]
        visits = Visits(self._classes[kind], tuple(int(node - start) for node in nodes))
        return Column(visits, tuple(int(self._field.people[option]) for option in options))


def idle(week: Week, slot: Slot) -> Manned:
    """A manned duty without stops."""
    return Column(Visits(week.class_index[slot.duty_class], ()), ()), slot
