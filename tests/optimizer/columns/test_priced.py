"""Of a class's duties the ones worth most are taken."""

import pytest

from optimizer.columns.column import Column, Sequence
from optimizer.columns.pricing import Priced

COLUMNS = tuple(Column(Sequence(0, (node,)), (1,)) for node in range(3))
PRICED = Priced(COLUMNS, (2.0, 5.0, 3.0), 9.0, complete=True)


@pytest.mark.parametrize(("most", "taken"), [(0, []), (1, [1]), (2, [1, 2]), (3, [0, 1, 2])])
def test_the_best_are_taken(most: int, taken: list[int]) -> None:
    assert list(PRICED.best(most)) == [COLUMNS[one] for one in taken]


def test_all_where_there_are_few() -> None:
    assert list(PRICED.best(9)) == list(COLUMNS)
    assert list(Priced((), (), 9.0, complete=True).best(2)) == []
