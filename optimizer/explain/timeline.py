"""A planned duty with its slack: earliest ends forward, latest arrivals backward."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.explain.crews import Crew, reinforced
from optimizer.explain.stay import Opening, Spans, length, working_windows
from optimizer.plan import Duty, Plan
from optimizer.problem import Problem, Request


@dataclass(frozen=True, slots=True)
class Timeline:
    """A duty whose stops keep their order and people while their times may shift.

    Attributes
    ----------
    crew
        The duty's crew with every idle kit it can use.
    path
        Locations from depot to depot, ``n`` stops and 2.
    ends
        Earliest working minute at which each of ``path[:-1]`` can be left.
    arrivals
        Latest working minute at which each of ``path[1:]`` may be reached.
    """

    duty: Duty
    crew: Crew
    path: tuple[int, ...]
    ends: tuple[int, ...]
    arrivals: tuple[int, ...]

    def openings(self, problem: Problem, location: int) -> Iterator[tuple[Opening, float]]:
        """Room for one more stop at each position, with its extra km."""
        minutes, km = problem.travel.whole_minutes, problem.travel.km
        for position, (origin, target) in enumerate(zip(self.path, self.path[1:], strict=False)):
            arrive = self.ends[position] + int(minutes[origin, location])
            leave = self.arrivals[position] - int(minutes[location, target])
            detour = km[origin, location] + km[location, target] - km[origin, target]
            yield Opening(arrive, leave), float(detour)

    def room_at(self, problem: Problem, stop: int) -> Opening:
        """Room for a longer stop in place of the stop of that number."""
        minutes = problem.travel.whole_minutes
        origin, here, target = self.path[stop : stop + 3]
        arrive = self.ends[stop] + int(minutes[origin, here])
        return Opening(arrive, self.arrivals[stop + 1] - int(minutes[here, target]))


def timeline(problem: Problem, plan: Plan, duty: Duty) -> Timeline:
    """Timeline of a duty of a valid plan."""
    crew, day = reinforced(problem, plan, duty), problem.day[duty.date]
    requests = [problem.request[stop.request] for stop in duty.stops]
    sites = [(working_windows(day, request), request) for request in requests]
    lengths = [length(r, s.people, crew.kits) for r, s in zip(requests, duty.stops, strict=True)]
    path = (crew.depot, *(request.location for request in requests), crew.depot)
    return Timeline(
        duty,
        crew,
        path,
        tuple(_earliest_ends(problem, crew, path, sites, lengths)),
        tuple(reversed(list(_latest_arrivals(problem, crew, path, sites, lengths)))),
    )


Sites = list[tuple[Spans, Request]]


def _earliest_ends(
    problem: Problem, crew: Crew, path: tuple[int, ...], sites: Sites, lengths: list[int]
) -> Iterator[int]:
    now, here = crew.begin, crew.depot
    yield now
    for (windows, request), stay in zip(sites, lengths, strict=True):
        now += int(problem.travel.whole_minutes[here, request.location])
        now = min(max(opens, now) for opens, close in windows if max(opens, now) + stay <= close)
        now += stay
        here = request.location
        yield now


def _latest_arrivals(
    problem: Problem, crew: Crew, path: tuple[int, ...], sites: Sites, lengths: list[int]
) -> Iterator[int]:
    now, there = crew.finish, crew.depot
    yield now
    for (windows, request), stay in zip(reversed(sites), reversed(lengths), strict=True):
        now -= int(problem.travel.whole_minutes[request.location, there])
        starts = ((opens, min(close, now) - stay) for opens, close in windows)
        now = max(start for opens, start in starts if opens <= start)
        there = request.location
        yield now
