"""The best plan over the arcs of several plans, where duties have many stops.

Plans of separate searches share few duties but many arcs, and the network of all their arcs is
so thin that it is mostly solved to the end. What comes out takes pieces of duties from all.

References
----------
Cook & Seymour (2003), doi:10.1287/ijoc.15.3.233.16078 (tour merging).
"""

from collections.abc import Sequence

from optimizer.columns.pricing import Pricer
from optimizer.columns.week import Week
from optimizer.master.manning import Manned
from optimizer.search.allowance import Allowance
from optimizer.search.generation import Generation
from optimizer.search.incumbent import Incumbent
from optimizer.search.network import soonest, take_in
from optimizer.search.proving import Proving
from optimizer.search.remainder import Remainder, asked_only

Duties = tuple[Manned, ...]


class Merging:
    """Merges plans; as long as that can be done to the end, ever more further arcs are taken in."""

    def __init__(self, week: Week) -> None:
        self._week = week
        self._further = 0

    def merged(self, plans: Sequence[Duties], allowance: Allowance) -> Duties:
        """The best plan found over the requests and arcs of all plans.

        Empty if none meets all pins.

        Parameters
        ----------
        plans
            One at least.
        allowance
            For this alone.
        """
        part = _visited(self._week, plans)
        released = [part.release(plan) for plan in plans]
        incumbent = Incumbent(part.rest)
        for plan in released:
            incumbent.offer(plan)
        columns = [column for plan in released for column, _ in plan]
        network = soonest(part.rest, self._further)
        take_in(network, columns)
        pricer = Pricer(part.rest, map, network)
        generation = Generation(part.rest, pricer, incumbent.misses())
        generation.master.add(columns)
        Proving(part.rest, incumbent, allowance, pricer, generation).run()
        self._further = max(0, self._further + (1 if incumbent.optimal() else -1))
        return part.adopt(incumbent.manned)


def _visited(week: Week, plans: Sequence[Duties]) -> Remainder:
    """The week without the requests that no plan visits and no pin asks for."""
    visited = {pin.request for pin in week.problem.pins}
    for plan in plans:
        for column, _ in plan:
            requests = week.requests_of(column.sequence)
            visited.update(week.problem.requests[request].id for request in requests)
    return asked_only(week, visited)
