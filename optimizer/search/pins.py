"""Duties that do nothing but meet a pin, so that a first plan can."""

from collections.abc import Iterator

from optimizer.columns.column import Sequence
from optimizer.columns.week import Week


def pin_sequences(week: Week) -> Iterator[Sequence]:
    """Duties with one stop for every way to meet every pin."""
    for c, grid in enumerate(week.grids):
        wanted = {
            request
            for pin, request in zip(week.problem.pins, week.pinned_request, strict=True)
            if week.pin_fits(pin, c)
        }
        for node, request in enumerate(grid.request):
            there = grid.legs[grid.depot, grid.place[node]]
            back = grid.horizon - grid.legs[grid.place[node], grid.depot]
            room = min(back, grid.closes[node]) - max(there, grid.opens[node])
            if int(request) in wanted and grid.minutes[grid.first[node]] <= room:
                yield Sequence(c, (node,))
