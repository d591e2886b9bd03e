"""Classes in arrays: exact minutes, windows on the working axis, stops that cannot be."""

from dataclasses import replace
from decimal import Decimal

import pytest

from optimizer.columns.grid import build_grid, stop_minutes
from optimizer.columns.resources import open_span, resources
from optimizer.problem import Day
from tests.optimizer.weeks import week
from tests.optimizer.weeks.calendar import span

PROBLEM = week("S", seed=1)
REQUEST = next(r for r in PROBLEM.requests if r.fixed_minutes is None)


@pytest.mark.parametrize(
    ("per_person", "people", "kits", "minutes"),
    [("6", 10, 2, 30), ("2.5", 3, 2, 4), ("0.1", 30, 3, 1), ("0", 30, 3, 0), ("0.1", 0, 1, 0)],
)
def test_minutes_are_exact(per_person: str, people: int, kits: int, minutes: int) -> None:
    asked = replace(REQUEST, setup_minutes=20, minutes_per_person=Decimal(per_person))
    assert stop_minutes(asked, people, kits) == 20 + minutes


def test_fixed_minutes_do_not_depend_on_people() -> None:
    assert stop_minutes(replace(REQUEST, fixed_minutes=45), REQUEST.people, 3) == 45


@pytest.mark.parametrize(
    ("opens", "closes", "left"),
    [
        ("07:00", "12:30", ("07:00", "12:00")),
        ("12:30", "15:00", ("13:00", "15:00")),
        ("12:10", "12:50", None),
        ("12:00", "13:00", ("12:00", "13:00")),
    ],
)
def test_ends_inside_a_break_move_out_of_it(
    opens: str, closes: str, left: tuple[str, str] | None
) -> None:
    clock = Day(PROBLEM.days[0].date, (span("12:00", "13:00"),)).clock
    assert open_span(clock, span(opens, closes)) == (span(*left) if left else None)


def test_every_option_fits_its_window_and_shift() -> None:
    for duty_class in resources(PROBLEM).classes:
        grid = build_grid(PROBLEM, duty_class)
        for node in range(grid.request.size):
            own = slice(grid.first[node], grid.first[node + 1])
            assert (grid.minutes[own] <= grid.closes[node] - grid.opens[node]).all()
            assert grid.people[own].min() == PROBLEM.requests[grid.request[node]].fewest
