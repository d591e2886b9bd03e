"""What duties are worth before they are printed."""

from collections import Counter
from collections.abc import Iterable, Sequence

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.score import Worth


def missed_requests(week: Week, columns: Iterable[Column]) -> tuple[int, ...]:
    """Must-serve requests that these duties do not wholly serve."""
    served: Counter[int] = Counter()
    for column in columns:
        for request, people in week.stops_of(column):
            served[request] += people
    return tuple(r for r in week.must_serve if served[r] < week.requested[r])


def week_worth(week: Week, columns: Sequence[Column]) -> Worth:
    """Both levels of the objective for these duties, all other teams at home."""
    visited = {(request, day) for column in columns for request, day, _ in week.visits_of(column)}
    changes = len(week.promised - visited)
    total = sum(map(week.duty_worth, columns), 0.0)
    return Worth(
        len(missed_requests(week, columns)),
        total - week.problem.objective.cost_per_change * changes,
    )
