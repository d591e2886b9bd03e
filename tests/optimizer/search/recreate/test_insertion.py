"""What insertion leaves behind for the next round."""

import numpy as np
import pytest

from optimizer.columns.week import compile_week
from optimizer.search.recreate.crews import NOBODY
from optimizer.search.recreate.field import build_field
from optimizer.search.recreate.insertion import empty_chances, recreate
from optimizer.search.recreate.mood import calm
from optimizer.search.recreate.recreation import Recreation
from optimizer.search.recreate.routes import empty_routes
from tests.optimizer.weeks import week


@pytest.mark.parametrize("size", ["S", "M"])
def test_no_chance_is_left_to_the_next_round(size: str) -> None:
    search = Recreation(compile_week(week(size, 1)), (), seed=1)  # type: ignore[arg-type]
    search.run(100, 0.0)
    assert search.best()
    assert not search._chances.rate.any()


def test_without_vehicles_no_stop_has_a_chance() -> None:
    compiled = compile_week(week("S", 1))
    field = build_field(compiled)
    routes, chances = empty_routes(field, 5), empty_chances(field)
    assert (routes.kind == NOBODY).all()
    touched, gone = np.ones(field.day.size, np.bool_), np.zeros(field.worth.size, np.bool_)
    recreate(field, routes, calm(field), chances, touched, gone)
    assert not routes.length.any()
    assert not chances.rate.any()
