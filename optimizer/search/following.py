"""What becomes of a plan that was dived for.

It serves many people and misses promises: by itself it is bettered until it is the best there is.
"""

from collections.abc import Callable, Sequence

from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.incumbent import Incumbent
from optimizer.search.whole_days import WholeDays


def follow(
    week: Week,
    incumbent: Incumbent,
    dived: Sequence[Manned],
    days: WholeDays,
    go_on: Callable[[], bool],
) -> None:
    """Free whole days of a plan until it is better than the one at hand; then offer it.

    Parameters
    ----------
    dived
        A plan, which may miss promises; one that leaves a pin unmet is none.
    go_on
        Asked before days are freed, and meanwhile.
    """
    own = Incumbent(week)
    own.offer(dived)
    while own.worth is not None and go_on():
        behind = incumbent.worth is not None and not own.worth.better_than(incumbent.worth)
        if not behind or not days.ready(own.manned):
            break
        found = days.better(own.manned, go_on)
        if found is not None:
            own.swap(*found)
    if own.worth is not None:
        incumbent.offer(own.manned)
