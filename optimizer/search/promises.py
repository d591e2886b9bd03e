"""Promises alone: the week of those requests only that must be served or stand in a pin."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from optimizer.columns.week import Week
from optimizer.master.cuts import PeopleCut
from optimizer.search.remainder import Remainder, asked_only


def promised_week(week: Week) -> Remainder | None:
    """The week without its other requests; None if every request is promised, or none is."""
    problem = week.problem
    pinned = {pin.request for pin in problem.pins}
    must = {problem.requests[index].id for index in week.must_serve}
    promised = must | pinned
    if len(promised) in (0, len(problem.requests)):
        return None
    part = asked_only(week, promised)
    return part if part.rest.classes else None


def cuts_of_all(part: Remainder, cuts: Iterable[PeopleCut]) -> Iterator[PeopleCut]:
    """Cuts of the week of promises alone as cuts of the whole week.

    A cut holds for all ways to serve its request; both weeks have the same teams, vehicles, kits
    and days, so these are the same. Only where travel is not metric may a stop that is not promised
    be on a shorter way and leave time for more people: then cuts of the request stay behind.
    """
    index = {request.id: n for n, request in enumerate(part.whole.problem.requests)}
    place = [index[request.id] for request in part.rest.problem.requests]
    same = (part.rest.largest_stops == part.whole.largest_stops[place]).all(axis=1)
    for cut in cuts:
        if same[cut.request]:
            yield replace(cut, request=place[cut.request])
