"""Promises alone: the week of those requests only that must be served or stand in a pin."""

from dataclasses import replace

from optimizer.columns.week import Week, compile_week
from optimizer.search.remainder import Remainder


def promised_week(week: Week) -> Remainder | None:
    """The week without its other requests; None if every request is promised, or none is."""
    problem = week.problem
    pinned = {pin.request for pin in problem.pins}
    must = {problem.requests[index].id for index in week.must_serve}
    promised = tuple(r for r in problem.requests if r.id in must or r.id in pinned)
    if len(promised) in (0, len(problem.requests)):
        return None
    rest = compile_week(replace(problem, requests=promised))
    return Remainder(week, rest) if rest.classes else None
