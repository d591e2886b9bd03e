"""The integer master: sequences are chosen, head-counts are variables (HiGHS through MathOpt).

A sequence stands for all its head-counts at once, which a list of columns could never hold.
Where one person takes a broken number of minutes, continuous head-counts may be a person too
many; the answer is therefore made exact in a second, small program over the chosen sequences.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Sequence as Listing
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column, Sequence
from optimizer.columns.resources import Slot
from optimizer.columns.spans import run_limits
from optimizer.columns.week import Week
from optimizer.master.manning import add_manning

Manned = tuple[Column, Slot]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long a program may run: seconds, and tree nodes where no clock may decide."""

    seconds: float
    nodes: int | None = None


@dataclass(frozen=True, slots=True)
class IntegerAnswer:
    """Manned duties and the program's own bound on its penalised objective."""

    duties: tuple[Manned, ...]
    bound: float


class IntegerMaster:
    """An integer program over given sequences.

    Parameters
    ----------
    exact
        Whole people and whole minutes, each sequence at most once per mention.
    allowed_misses
        Most must-serve requests missed; None lets them be missed at a price above all scores.
    """

    def __init__(
        self,
        week: Week,
        sequences: Iterable[Sequence],
        *,
        exact: bool,
        allowed_misses: int | None = None,
    ) -> None:
        self._week = week
        self._exact = exact
        self._model = mathopt.Model()
        self._manned, self._supply = add_manning(self._model, week, whole=True)
        self._chosen: list[tuple[Sequence, Any, list[Any]]] = []
        self._served: dict[int, list[Any]] = defaultdict(list)
        self._visits: dict[tuple[int, int], list[Any]] = defaultdict(list)
        self._meets: dict[int, list[Any]] = defaultdict(list)
        self._goal: list[Any] = []
        for sequence in sequences:
            self._enter(sequence)
        self._rows(allowed_misses)
        self._model.maximize(mathopt.LinearSum(self._goal))

    def _enter(self, sequence: Sequence) -> None:
        week, model = self._week, self._model
        requests = [week.problem.requests[r] for r in week.requests_of(sequence)]
        copies = 1 if self._exact else min(request.max_duties_per_day for request in requests)
        x = model.add_variable(lb=0.0, ub=float(copies), is_integer=True)
        most = [week.most_people(sequence.duty_class, node) for node in sequence.nodes]
        people = [
            model.add_variable(lb=0.0, ub=float(copies * n), is_integer=self._exact) for n in most
        ]
        self._chosen.append((sequence, x, people))
        overhead = week.problem.objective.cost_per_duty + week.travel_cost(sequence)
        self._goal.append(-overhead * x)
        day = int(week.date_of[sequence.duty_class])
        for index, count, request, limit in zip(
            week.requests_of(sequence), people, requests, most, strict=True
        ):
            model.add_linear_constraint(count >= request.fewest * x)
            model.add_linear_constraint(count <= limit * x)
            self._goal.append(float(week.worth_per_person[index]) * count)
            self._served[index].append(count)
            self._visits[index, day].append(x)
            self._pins(sequence, index, x, count, limit)
        self._limits(sequence, x, people)

    def _limits(self, sequence: Sequence, x: Any, people: list[Any]) -> None:
        minutes = [self._minutes(sequence, i, x, count) for i, count in enumerate(people)]
        for run in run_limits(self._week.grids[sequence.duty_class], sequence):
            spent = mathopt.LinearSum(minutes[run.first : run.last + 1])
            self._model.add_linear_constraint(spent <= run.minutes * x)

    def _minutes(self, sequence: Sequence, stop: int, x: Any, count: Any) -> Any:
        """Working minutes of a stop as an expression of its head-count."""
        duty_class = self._week.classes[sequence.duty_class]
        request = self._week.problem.requests[self._week.requests_of(sequence)[stop]]
        if request.fixed_minutes is not None:
            return request.fixed_minutes * x
        rate = Fraction(request.minutes_per_person) / duty_class.kits
        if rate.denominator == 1 or not self._exact:
            return request.setup_minutes * x + float(rate) * count
        whole = self._model.add_variable(lb=0.0, is_integer=True)
        self._model.add_linear_constraint(rate.denominator * whole >= rate.numerator * count)
        return request.setup_minutes * x + whole

    def _pins(self, sequence: Sequence, request: int, x: Any, count: Any, most: int) -> None:
        week = self._week
        for index, pin in enumerate(week.problem.pins):
            if week.pinned_request[index] != request:
                continue
            if not week.pin_fits(pin, sequence.duty_class):
                continue
            met = x
            if pin.people is not None:
                met = self._model.add_variable(lb=0.0, is_integer=True)
                self._model.add_linear_constraint(met <= x)
                self._model.add_linear_constraint(count >= pin.people * met)
                self._model.add_linear_constraint(count <= pin.people * met + most * (x - met))
            self._meets[index].append(met)

    def _rows(self, allowed_misses: int | None) -> None:
        week, add = self._week, self._model.add_linear_constraint
        supplied: dict[int, list[Any]] = defaultdict(list)
        for sequence, x, _ in self._chosen:
            supplied[sequence.duty_class].append(x)
        for duty_class, duties in supplied.items():
            add(mathopt.LinearSum(duties) <= self._supply[duty_class])
        for request, counts in self._served.items():
            add(mathopt.LinearSum(counts) <= float(week.requested[request]))
        for (request, _), duties in self._visits.items():
            add(mathopt.LinearSum(duties) <= week.problem.requests[request].max_duties_per_day)
        for pair in sorted(week.promised):
            self._soft(self._visits[pair], week.problem.objective.cost_per_change)
        for index in range(len(week.problem.pins)):
            self._soft(self._meets[index], 10.0 * week.dear)
        self._must_rows(allowed_misses)

    def _soft(self, terms: list[Any], cost: float) -> None:
        lack = self._model.add_variable(lb=0.0, ub=1.0)
        self._model.add_linear_constraint(mathopt.LinearSum([*terms, lack]) >= 1.0)
        self._goal.append(-cost * lack)

    def _must_rows(self, allowed_misses: int | None) -> None:
        missed = []
        for request in self._week.must_serve:
            people = float(self._week.requested[request])
            miss = self._model.add_binary_variable()
            served = mathopt.LinearSum([*self._served[request], people * miss])
            self._model.add_linear_constraint(served >= people)
            missed.append(miss)
        if allowed_misses is None:
            self._goal.extend(-self._week.dear * miss for miss in missed)
        else:
            self._model.add_linear_constraint(mathopt.LinearSum(missed) <= allowed_misses)

    def solve(self, effort: Effort) -> IntegerAnswer | None:
        """Best duties found within the effort, or None."""
        params = mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(0.01, effort.seconds)),
            node_limit=effort.nodes,
            relative_gap_tolerance=1e-5,
            random_seed=0,
        )
        result = mathopt.solve(self._model, mathopt.SolverType.HIGHS, params=params)
        if not result.has_primal_feasible_solution():
            return None
        return IntegerAnswer(self._read(result.variable_values()), float(result.dual_bound()))

    def _read(self, values: Any) -> tuple[Manned, ...]:
        free = {
            slot: round(values[count])
            for slot, count in self._manned.items()
            if values[count] > 0.5
        }
        duties: list[Manned] = []
        for sequence, x, people in self._chosen:
            for _ in range(round(values[x])):
                slot = self._man(sequence, free)
                counts = tuple(int(values[count] + 1e-6) for count in people)
                duties.append((Column(sequence, counts), slot))
        return tuple(duties)

    def _man(self, sequence: Sequence, free: dict[Slot, int]) -> Slot:
        wanted = self._week.classes[sequence.duty_class]
        slot = next(s for s, left in free.items() if left and s.duty_class == wanted)
        free[slot] -= 1
        return slot


def choose_duties(
    week: Week, sequences: Listing[Sequence], effort: Effort, allowed_misses: int | None = None
) -> IntegerAnswer | None:
    """The best week over the sequences with whole people, or None if none was found.

    The bound is that of the first program: no choice among these sequences is worth more.
    """
    loose = IntegerMaster(week, sequences, exact=False, allowed_misses=allowed_misses)
    first = loose.solve(effort)
    if first is None:
        return None
    chosen = [column.sequence for column, _ in first.duties]
    tight = IntegerMaster(week, chosen, exact=True)
    second = tight.solve(Effort(max(2.0, effort.seconds / 4)))
    return None if second is None else IntegerAnswer(second.duties, first.bound)
