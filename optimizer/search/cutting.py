"""Which cuts an answer of the linear master breaks."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from optimizer.columns.week import Week
from optimizer.master.cuts import PeopleCut, plainly_mixed, violated_cut
from optimizer.master.hulls import Hull, hulls
from optimizer.master.linear import LinearAnswer

StopsByRequest = dict[int, dict[tuple[int, int], float]]
"""How much of an answer stops at each request, by day and head-count."""


def stops_by_request(week: Week, answer: LinearAnswer) -> StopsByRequest:
    """Add up the stops of an answer's duties."""
    stops: StopsByRequest = defaultdict(lambda: defaultdict(float))
    for column, share in answer.share.items():
        for request, day, people in week.visits_of(column):
            stops[request][day, people] += share
    return stops


class Cutting:
    """Finds cuts for the answers of one week's master.

    Parameters
    ----------
    week
        The compiled week.
    """

    def __init__(self, week: Week) -> None:
        self._week = week

    def violated(self, answer: LinearAnswer) -> Iterator[PeopleCut]:
        """The deepest cut of every request that has one: by rounding, or else by its hull."""
        for request, stops in stops_by_request(self._week, answer).items():
            people, must = int(self._week.requested[request]), request in self._week.must_serve
            if plainly_mixed(stops, people, must):
                continue
            cut = violated_cut(request, people, stops, must)
            if cut is None and request in self._hulls:
                cut = self._hulls[request].cut(stops, answer.missed.get(request, 0.0))
            if cut is not None:
                yield cut

    @cached_property
    def _hulls(self) -> dict[int, Hull]:
        return hulls(self._week)
