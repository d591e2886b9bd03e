"""One search at work: a duty for every team and day, filled better and better."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.columns.column import Column
from optimizer.columns.column import Sequence as Visits
from optimizer.columns.long_duties import is_long
from optimizer.columns.search import longest_duty
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.recreate.crews import (
    NOBODY,
    begin_chance,
    dismiss,
    engage,
    engage_any,
    numbered,
    slots_by_number,
)
from optimizer.search.recreate.field import build_field
from optimizer.search.recreate.insertion import empty_chances
from optimizer.search.recreate.keeping import empty_desk
from optimizer.search.recreate.kept import nothing_kept
from optimizer.search.recreate.rounds import Terms, run_rounds
from optimizer.search.recreate.routes import (
    Routes,
    copy_duties,
    empty_routes,
    put_in,
    refresh,
    take_out,
    total,
)

Whole = NDArray[np.integer[Any]]

HOT, COLD = (0.04, 0.5), (0.01, 0.15)
"""Temperature in the beginning and in the end, in mean scores of a request; for duties with few
stops, each a part of a request as a rule, and with many."""
MOST_OUT = (8, 14)
"""Stops taken out in one round, for both."""
MINUTE = (0.0, 0.05)
"""What a minute between stops counts for, in mean scores of a minute, for both: plans that drive
less have room for one stop more."""
NEAR = 0.02
"""Duties are kept of plans that miss the best by at most this share."""

PROMISE, MORE, LESS = 8.0, 1.2, 0.96
"""What a promise counts for in the beginning, in mean scores of a stop; it rises at a look that
finds the plan at hand to keep fewer than the best one, and else falls,"""
CAUGHT = 8
"""and after so many looks in a row the search goes on from the best plan: it would be caught."""


class Recreation:
    """Ruin and recreate from a given plan.

    Parameters
    ----------
    week
        The compiled week.
    start
        Duties in the beginning.
    seed
        Start of the random choices.

    Attributes
    ----------
    duties
        How many there may be.
    score, whole
        Of the best plan, and how many must-serve requests it serves wholly.
    """

    def __init__(self, week: Week, start: Sequence[Manned], seed: int) -> None:
        self._week = week
        self._seed = seed
        self._field = build_field(week)
        self._slots = slots_by_number(week)
        self._long = any(map(is_long, week.grids))
        most = max(map(longest_duty, week.grids))
        self._now, self._trial, self._best = (empty_routes(self._field, most) for _ in range(3))
        self._chances = empty_chances(self._field)
        self._desk = empty_desk(self._field, most)
        self._kept = nothing_kept(most)
        self._stop_score = float(np.mean(week.worth_per_person * week.requested))
        self._promise, self._caught = 0.0, 0
        kinds = self._field.crews.kind.max(axis=(1, 2))[self._field.crews.team]
        self._minutes = max(1.0, float(self._field.horizon[kinds].sum()))
        self.duties = int(self._field.day.size)
        self.score, self.whole = 0.0, 0
        self.adopt(start)

    def adopt(self, manned: Iterable[Manned]) -> None:
        """Go on from these duties, the best so far; other teams get vehicles and kits, too."""
        field, trial = self._field, self._trial
        begin_chance(self._seed % 2**32)
        for duty in range(field.day.size):
            while trial.length[duty]:
                take_out(field, trial, duty, trial.length[duty])
            dismiss(trial, field.crews, duty)
        teams, cars = numbered(self._week)
        for column, slot in manned:
            own = field.crews.team == teams[slot.team]
            duty = int(np.flatnonzero(own & (trial.kind == NOBODY))[0])
            engage(trial, field.crews, duty, cars[slot.vehicle], slot.duty_class.kits)
            self._fill(duty, column)
        for duty in map(int, np.flatnonzero(trial.kind == NOBODY)):
            engage_any(trial, field.crews, duty, field.crews.kind.shape[2])
            refresh(field, trial, duty)
        everywhere = np.ones(field.day.size, np.bool_)
        for other in (self._now, self._best):
            copy_duties(trial, other, everywhere)
        self.run(0, 1.0)
        self._promise, self._caught = PROMISE * self._stop_score, 0

    def _fill(self, duty: int, column: Column) -> None:
        grid = self._week.grids[column.sequence.duty_class]
        start = self._field.first_node[column.sequence.duty_class]
        for after, (node, people) in enumerate(
            zip(column.sequence.nodes, column.people, strict=True)
        ):
            first = int(self._field.first[start + node])
            option = first + int(
                np.searchsorted(grid.people[grid.first[node] : grid.first[node + 1]], people)
            )
            put_in(self._field, self._trial, duty, after, start + node, option)

    def run(self, rounds: int, share: float, credit: float = 0.0) -> None:
        """So many rounds, as cool as after this share of the whole search.

        Parameters
        ----------
        credit
            What serving most people of a must-serve request counts for, as a share of serving all.
        """
        self._seed += 1
        terms = Terms(
            most=MOST_OUT[self._long],
            heat=self._stop_score * HOT[self._long] * (COLD[self._long] / HOT[self._long]) ** share,
            near=NEAR * abs(self.score),
            promise=self._promise,
            credit=credit,
            dear=self._week.dear,
            minute=MINUTE[self._long] * max(0.0, self.score) / self._minutes,
        )
        score, whole = run_rounds(
            self._field,
            self._now,
            self._trial,
            self._best,
            self._chances,
            self._desk,
            self._kept,
            terms,
            self._seed % 2**32,
            rounds,
        )
        self.score, self.whole = float(score), int(whole)
        _, _, kept = total(self._field, self._now, 0.0, 0.0)
        fewer = kept < whole
        self._promise *= MORE if fewer else LESS
        self._caught = self._caught + 1 if fewer else 0
        if self._caught == CAUGHT:
            self._caught = 0
            self._go_back()

    def _go_back(self) -> None:
        everywhere = np.ones(self._field.day.size, np.bool_)
        for other in (self._now, self._trial):
            copy_duties(self._best, other, everywhere)

    def best(self) -> tuple[Manned, ...]:
        """The best plan so far; duties without stops are left out."""
        return tuple(self._duty(int(duty)) for duty in np.flatnonzero(self._best.length))

    def _duty(self, duty: int) -> Manned:
        found: Routes = self._best
        stops = slice(1, found.length[duty] + 1)
        crew = int(self._field.crews.team[duty]), int(found.car[duty]), int(found.taken[duty])
        nodes, options = found.node[duty, stops], found.option[duty, stops]
        return self._column(found.kind[duty], nodes, options), self._slots[crew]

    def kept(self, most: int) -> Iterable[Column]:
        """Duties of good plans, those of the best plans first."""
        kept = self._kept
        for row in np.argsort(-kept.plan, kind="stable")[:most]:
            if kept.mark[row]:
                stops = slice(kept.length[row])
                yield self._column(kept.kind[row], kept.node[row, stops], kept.option[row, stops])

    def _column(self, kind: int, nodes: Whole, options: Whole) -> Column:
        start = self._field.first_node[kind]
        visits = Visits(int(kind), tuple(int(node - start) for node in nodes))
        return Column(visits, tuple(int(self._field.people[option]) for option in options))
