"""A program that is solved again: from where it was left, and to the same optimum as anew."""

import random

import pytest
from ortools.math_opt import parameters_pb2
from ortools.math_opt.core.python import solver
from ortools.math_opt.python import mathopt

from optimizer.master import simplex as module
from optimizer.master.effort import Unsolved
from optimizer.master.simplex import Simplex, optimum_anew

SIZE = 12


class _Growing:
    """A packing program that gets more variables, rows and other bounds."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.model = mathopt.Model()
        self.model.objective.is_maximize = True
        self.rows = [self.model.add_linear_constraint(ub=4.0) for _ in range(SIZE)]
        self.variables: list[mathopt.Variable] = []
        self.add_variables(3 * SIZE)

    def add_variables(self, number: int) -> None:
        for _ in range(number):
            x = self.model.add_variable(lb=0.0)
            self.variables.append(x)
            self.model.objective.set_linear_coefficient(x, self.draw.uniform(1.0, 9.0))
            for row in self.draw.sample(self.rows, 4):
                row.set_coefficient(x, self.draw.uniform(0.5, 3.0))

    def add_row(self) -> None:
        row = self.model.add_linear_constraint(ub=2.0)
        self.rows.append(row)
        for x in self.draw.sample(self.variables, SIZE):
            row.set_coefficient(x, self.draw.uniform(0.5, 3.0))

    def move_bound(self) -> None:
        x = self.draw.choice(self.variables)
        x.upper_bound = 0.0 if x.upper_bound > 0.0 else 1.0

    def drop_row(self) -> None:
        row = self.rows.pop(self.draw.randrange(len(self.rows)))
        self.model.delete_linear_constraint(row)


def _value(simplex: Simplex, dual: bool = False) -> float:
    result = simplex.solve(dual=dual)
    assert result is not None
    return result.value


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("dual", [False, True])
def test_whatever_changes_it_comes_to_the_optimum(seed: int, dual: bool) -> None:
    program = _Growing(seed)
    simplex = Simplex(program.model)
    for _ in range(8):
        assert _value(simplex, dual) == pytest.approx(optimum_anew(program.model).value)
        program.add_variables(program.draw.randrange(4))
        for change in (program.add_row, program.move_bound, program.drop_row):
            if program.draw.random() < 0.5:
                change()


def test_it_goes_on_from_the_last_basis() -> None:
    program = _Growing(1)
    simplex = Simplex(program.model)
    first = simplex.solve()
    again = simplex.solve()
    assert first is not None
    assert again is not None
    assert first.steps > 0
    assert again.steps == 0


@pytest.mark.parametrize("both", [False, True])
def test_new_rows_and_variables_at_once_do_not_begin_anew(both: bool) -> None:
    program = _Growing(2)
    program.add_variables(40 * SIZE)
    simplex = Simplex(program.model)
    first = simplex.solve()
    program.add_row()
    if both:
        program.add_variables(1)
    again = simplex.solve(dual=not both)
    assert first is not None
    assert again is not None
    assert again.steps < first.steps / 2


def test_it_goes_on_from_another_basis_that_it_is_given() -> None:
    program = _Growing(3)
    simplex = Simplex(program.model)
    before = _value(simplex)
    basis = simplex.basis
    x = program.variables[0]
    x.upper_bound = 0.0
    _value(simplex, dual=True)
    simplex.basis = basis
    x.upper_bound = float("inf")
    result = simplex.solve()
    assert result is not None
    assert result.value == pytest.approx(before)
    assert result.steps == 0


def test_without_a_solution_there_is_none() -> None:
    model = mathopt.Model()
    x = model.add_variable(lb=0.0, ub=1.0)
    simplex = Simplex(model)
    assert simplex.solve() is not None
    row = model.add_linear_constraint(x >= 2.0)
    assert simplex.solve(dual=True) is None
    model.delete_linear_constraint(row)
    assert simplex.solve() is not None


def test_prices_values_and_reduced_costs_make_the_optimum() -> None:
    program = _Growing(5)
    found = Simplex(program.model).solve(reduced=True)
    assert found is not None
    goal = program.model.objective
    worth = {x.id: goal.get_linear_coefficient(x) for x in program.variables}
    assert found.value == pytest.approx(sum(worth[x] * v for x, v in found.values.items()))
    assert found.value == pytest.approx(sum(4.0 * found.price(row) for row in program.rows))
    for x in program.variables:
        paid = sum(row.get_coefficient(x) * found.price(row) for row in program.rows)
        assert found.reduced.get(x.id, 0.0) == pytest.approx(worth[x.id] - paid, abs=1e-6)


def test_where_glop_gives_up_it_starts_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    program = _Growing(4)
    simplex = Simplex(program.model)
    usual = _value(simplex)
    with monkeypatch.context() as patched:
        patched.setattr(module, "_result", _giving_up)
        assert simplex.solve() is None
    assert simplex.basis is None
    assert _value(simplex) == pytest.approx(usual)


def test_what_highs_gives_up_too_is_unsolved(monkeypatch: pytest.MonkeyPatch) -> None:
    program = _Growing(4)
    monkeypatch.setattr(module, "_result", _giving_up)
    with pytest.raises(Unsolved):
        optimum_anew(program.model)


def test_highs_finds_no_solution_where_there_is_none() -> None:
    model = mathopt.Model()
    x = model.add_variable(lb=0.0, ub=1.0)
    model.add_linear_constraint(x >= 2.0)
    with pytest.raises(Unsolved):
        optimum_anew(model)


def _giving_up(*_: object) -> None:
    """MathOpt's own complaint: a solver without a model."""
    empty = mathopt.Model().export_model()
    empty.variables.ids.append(1)
    solver.new(parameters_pb2.SOLVER_TYPE_GLOP, empty, parameters_pb2.SolverInitializerProto())
