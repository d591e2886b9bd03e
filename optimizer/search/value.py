"""What duties are worth before they are printed."""

from collections import Counter
from collections.abc import Iterable

from optimizer.columns.column import Column
from optimizer.columns.week import Week
from optimizer.score import Worth


def week_worth(week: Week, columns: Iterable[Column]) -> Worth:
    """Both levels of the objective for these duties, all other teams at home."""
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
