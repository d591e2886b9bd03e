"""Promises alone: the week of those requests only that must be served or stand in a pin."""

from optimizer.columns.week import Week
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
