"""A week that is chosen anew from a plan at hand: columns, cuts, and every duty that can help.

Only duties whose use costs the bound less than the plan at hand is below it can better the plan
(``optimizer.search.pool``), so where the gap is small the integer program is small too.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from optimizer.columns.column import Column
from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.effort import Effort
from optimizer.master.manning import Manned
from optimizer.master.whole import WholeMaster
from optimizer.score import Worth
from optimizer.search.generation import Generation
from optimizer.search.pool import Pools

POINTS = 1500
FAVOURITES = 300
BETTER = 1e-4


def week_worth(week: Week, columns: Iterable[Column]) -> Worth:
    """Both levels of the objective for duties that are not yet printed."""
    served: Counter[int] = Counter()
    visited: set[tuple[int, int]] = set()
    total = 0.0
    for column in columns:
        total += week.duty_worth(column)
        day = int(week.date_of[column.sequence.duty_class])
        for request, people in zip(week.requests_of(column.sequence), column.people, strict=True):
            served[request] += people
            visited.add((request, day))
    missed = sum(served[request] < week.requested[request] for request in week.must_serve)
    changes = len(week.promised - visited)
    return Worth(missed, total - week.problem.objective.cost_per_change * changes)


def better_week(
    week: Week,
    start: Sequence[Manned],
    allowed_misses: int,
    pricer: Pricer,
    effort: Callable[[], Effort],
    go_on: Callable[[], bool],
) -> tuple[Manned, ...] | None:
    """A better plan than the one at hand, or None if there is none or none was found.

    Parameters
    ----------
    week
        The compiled week.
    start
        The plan at hand.
    allowed_misses
        Most must-serve requests missed.
    pricer
        Prices the classes of the week.
    effort
        Of the integer program.
    go_on
        Asked between two rounds of column generation.
    """
    columns = [column for column, _ in start]
    at_hand = week_worth(week, columns)
    least = at_hand.score if at_hand.must_serve_missed <= allowed_misses else -week.dear
    generation = Generation(week, pricer, allowed_misses)
    generation.master.add(columns)
    answer = generation.run(go_on, lambda bound: None)
    while generation.hopeful(least + BETTER) and go_on() and generation.cut(answer):
        answer = generation.run(go_on, lambda bound: None)
    if generation.proof is None or not generation.hopeful(least + BETTER):
        return None
    pools = Pools(week, pricer, generation.rostering, generation.proof)
    program = WholeMaster(week, generation.master.cuts, allowed_misses)
    program.add(columns)
    program.add(generation.favourites(FAVOURITES))
    program.add(pools.points(generation.proof.bound - least, POINTS).columns)
    duties, _ = program.solve(columns, effort())
    if duties is None or not week_worth(week, (c for c, _ in duties)).better_than(at_hand):
        return None
    return duties
