"""The integer master: sequences are chosen, head-counts are variables (SCIP through MathOpt).

A sequence stands for all its head-counts at once, which a list of columns could never hold.
Variables: ``x`` copies of each sequence, ``q`` people of each stop over those copies, ``y``
manned slots. The limits on service minutes are those of ``optimizer.columns.spans``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ortools.math_opt.python import mathopt

from optimizer.columns.column import Column, Sequence
from optimizer.columns.spans import run_limits
from optimizer.columns.week import Week
from optimizer.master.effort import Effort, Unsolved, solve_whole
from optimizer.master.manning import Manned, add_manning, man_duties, usable_slots


@dataclass(frozen=True, slots=True)
class IntegerAnswer:
    """Manned duties, None if none were found, and a bound on the program's objective."""

    duties: tuple[Manned, ...] | None
    bound: float


class IntegerMaster:
    """An integer program over given sequences.

    Parameters
    ----------
    allowed_misses
        Most must-serve requests missed; None lets them be missed at a price above all scores.
    copies
        Whether a sequence may stand for several duties; if not, each mention is one duty at most.
    """

    def __init__(
        self,
        week: Week,
        sequences: Iterable[Sequence],
        allowed_misses: int | None,
        *,
        copies: bool = True,
    ) -> None:
        self._week = week
        self._copies = copies
        self._model = mathopt.Model()
        self._add = self._model.add_linear_constraint
        self._goal = self._model.objective
        self._goal.is_maximize = True
        self._manned, supply = add_manning(self._model, week, usable_slots(week))
        self._supply = [self._add(expr=mathopt.LinearSum([total]), lb=0.0) for total in supply]
        self._people = [self._add(ub=float(n)) for n in week.requested]
        self._visits: dict[tuple[int, int], Any] = {}
        cost = week.problem.objective.cost_per_change
        self._promises = {pair: self._soft_row(cost) for pair in sorted(week.promised)}
        self._pins = [self._soft_row(100.0 * week.dear) for _ in week.problem.pins]
        self._must = self._must_rows(allowed_misses)
        self._chosen: list[tuple[Sequence, Any, list[Any]]] = []
        for sequence in sequences:
            self._enter(sequence)

    def _soft_row(self, cost: float) -> Any:
        lack = self._model.add_variable(lb=0.0, ub=1.0)
        self._goal.set_linear_coefficient(lack, -cost)
        row = self._add(lb=1.0)
        row.set_coefficient(lack, 1.0)
        return row

    def _must_rows(self, allowed_misses: int | None) -> dict[int, Any]:
        rows, total = {}, self._add(ub=float(allowed_misses if allowed_misses is not None else 1e6))
        for request in self._week.must_serve:
            people = float(self._week.requested[request])
            miss = self._model.add_binary_variable()
            rows[request] = self._add(lb=people)
            rows[request].set_coefficient(miss, people)
            total.set_coefficient(miss, 1.0)
            if allowed_misses is None:
                self._goal.set_linear_coefficient(miss, -self._week.dear)
        return rows

    def _enter(self, sequence: Sequence) -> None:
        week, day = self._week, int(self._week.date_of[sequence.duty_class])
        visited = week.requests_of(sequence)
        most = min(week.problem.requests[r].max_duties_per_day for r in visited)
        x = self._model.add_integer_variable(lb=0.0, ub=float(most if self._copies else 1))
        overhead = week.problem.objective.cost_per_duty + week.travel_cost(sequence)
        self._goal.set_linear_coefficient(x, -overhead)
        self._supply[sequence.duty_class].set_coefficient(x, -1.0)
        counts = []
        for request, node in zip(visited, sequence.nodes, strict=True):
            self._visit_row(request, day).set_coefficient(x, 1.0)
            if (request, day) in self._promises:
                self._promises[request, day].set_coefficient(x, 1.0)
            limit = week.most_people(sequence.duty_class, node)
            counts.append(self._stop(request, x, limit))
            self._meet_pins(sequence.duty_class, request, x, counts[-1], limit)
        self._chosen.append((sequence, x, counts))
        self._limit_minutes(sequence, visited, x, counts)

    def _visit_row(self, request: int, day: int) -> Any:
        if (request, day) not in self._visits:
            most = float(self._week.problem.requests[request].max_duties_per_day)
            self._visits[request, day] = self._add(ub=most)
        return self._visits[request, day]

    def _stop(self, request: int, x: Any, limit: int) -> Any:
        """People of one stop; between the fewest and the most while the duty is made."""
        count = self._model.add_integer_variable(lb=0.0)
        self._row({count: 1.0, x: -float(limit)}, ub=0.0)
        self._row({count: 1.0, x: -float(self._week.problem.requests[request].fewest)}, lb=0.0)
        self._goal.set_linear_coefficient(count, float(self._week.worth_per_person[request]))
        self._people[request].set_coefficient(count, 1.0)
        if request in self._must:
            self._must[request].set_coefficient(count, 1.0)
        return count

    def _row(self, terms: Mapping[Any, float], **limits: float) -> None:
        row = self._add(**limits)
        for variable, factor in terms.items():
            row.set_coefficient(variable, factor)

    def _limit_minutes(
        self, sequence: Sequence, visited: tuple[int, ...], x: Any, counts: list[Any]
    ) -> None:
        kits = self._week.classes[sequence.duty_class].kits
        spent = [self._minutes(r, kits, q) for r, q in zip(visited, counts, strict=True)]
        for run in run_limits(self._week.grids[sequence.duty_class], sequence):
            stops = spent[run.first : run.last + 1]
            terms = {variable: rate for _, variable, rate in stops if rate}
            fixed = sum(setup for setup, _, _ in stops)
            self._row({**terms, x: float(fixed - run.minutes)}, ub=0.0)

    def _minutes(self, request: int, kits: int, count: Any) -> tuple[int, Any, float]:
        """Set-up minutes, and the variable and factor of the rest; exact for whole people."""
        asked = self._week.problem.requests[request]
        if asked.fixed_minutes is not None:
            return asked.fixed_minutes, count, 0.0
        rate = Fraction(asked.minutes_per_person) / kits
        if rate.denominator == 1:
            return asked.setup_minutes, count, float(rate)
        whole = self._model.add_integer_variable(lb=0.0)
        self._row({whole: float(rate.denominator), count: -float(rate.numerator)}, lb=0.0)
        return asked.setup_minutes, whole, 1.0

    def _meet_pins(self, duty_class: int, request: int, x: Any, count: Any, limit: int) -> None:
        week = self._week
        for index, pin in enumerate(week.problem.pins):
            if week.pinned_request[index] != request or not week.pin_fits(pin, duty_class):
                continue
            met = x
            if pin.people is not None:
                met = self._model.add_integer_variable(lb=0.0)
                self._row({met: 1.0, x: -1.0}, ub=0.0)
                self._row({count: 1.0, met: -float(pin.people)}, lb=0.0)
                self._row({count: 1.0, met: float(limit - pin.people), x: -float(limit)}, ub=0.0)
            self._pins[index].set_coefficient(met, 1.0)

    def solve(self, effort: Effort) -> IntegerAnswer:
        """Best duties found within the effort."""
        try:
            result = solve_whole(self._model, effort)
        except Unsolved:
            return IntegerAnswer(None, float("inf"))
        return IntegerAnswer(self._read(result.variable_values()), float(result.dual_bound()))

    def _read(self, values: Any) -> tuple[Manned, ...]:
        duties: list[Column] = []
        for sequence, x, people in self._chosen:
            copies = round(values[x])
            for copy in range(copies):
                counts = tuple((round(values[q]) + copy) // copies for q in people)
                duties.append(Column(sequence, counts))
        free = {slot: round(values[count]) for slot, count in self._manned.items()}
        return man_duties(self._week, duties, free)


def choose_duties(
    week: Week,
    sequences: Iterable[Sequence],
    effort: Effort,
    allowed_misses: int | None = None,
) -> IntegerAnswer:
    """The best week over the sequences; its bound holds for every week over them.

    Where a sequence stands for several duties, people are shared out among them by a second
    program, in which every duty is its own.
    """
    answer = IntegerMaster(week, dict.fromkeys(sequences), allowed_misses).solve(effort)
    chosen = [column.sequence for column, _ in answer.duties or ()]
    if len(set(chosen)) == len(chosen):
        return answer
    shared = IntegerMaster(week, chosen, None, copies=False).solve(Effort(5.0))
    return IntegerAnswer(shared.duties, answer.bound)
