"""Which vehicles and kits go with teams that have no stops yet."""

from optimizer.columns.week import compile_week
from optimizer.search.recreate.crews import NOBODY, begin_chance
from optimizer.search.recreate.recreation import Recreation
from tests.optimizer.weeks import week


def _crews(search: Recreation) -> list[list[int]]:
    return [array.tolist() for array in (search._now.kind, search._now.car, search._now.taken)]


def test_crews_are_the_same_whatever_was_drawn_before() -> None:
    """Compiled functions share one source of chance, which begins anew with every process."""
    compiled = compile_week(week("M", 1))
    found = []
    for before in range(6):
        begin_chance(before)
        found.append(_crews(Recreation(compiled, (), seed=3)))
    assert all(one == found[0] for one in found)
    assert any(kind != NOBODY for kind in found[0][0])


def test_another_seed_may_choose_other_crews() -> None:
    compiled = compile_week(week("M", 1))
    assert len({repr(_crews(Recreation(compiled, (), seed))) for seed in range(6)}) > 1
