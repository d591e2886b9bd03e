"""The problem of the rest of a week: today's fleet and people, the past as it was."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from data.replanning.resources import dated, teams, went_out
from data.replanning.settled import Stop, settled
from optimizer.clock import Span
from optimizer.plan import Duty
from optimizer.problem import Kit, Problem, Request


@dataclass(frozen=True, slots=True)
class Disruption:
    """What happened, besides what the fleet says.

    Attributes
    ----------
    since
        First date that can still change.
    cancelled
        Requests whose sites cannot be visited in the rest of the week.
    urgent
        Requests to visit in the rest of the week, planned so far or not.
    fill
        Whether free time may go to other waiting requests.
    """

    since: dt.date
    cancelled: frozenset[str] = frozenset()
    urgent: frozenset[str] = frozenset()
    fill: bool = False


def changed_week(
    published: Problem,
    duties: Collection[Duty],
    today: Problem,
    disruption: Disruption,
    left: Mapping[str, int],
    reported: Collection[Stop],
) -> Problem:
    """Problem of the rest of the week; ``pins`` hold what must stay.

    What is ``settled`` stays in it as it was.

    Parameters
    ----------
    published, duties
        The plan that holds until now.
    today
        The same week assembled from today's fleet and records; has every published request.
    left
        People each request still waits for, people with an unreported stop among them.
    reported
        Stops (date, team, request) whose people are no longer among those left.
    """
    done = settled(duties, disruption.since, reported)
    went = went_out(done, disruption.since)
    counts = _Counts(duties, done, left, reported)
    asked = (_asked(published, row, disruption, counts) for row in today.requests)
    return replace(
        today,
        days=published.days,
        teams=teams(published, today, went),
        vehicles=dated(published.vehicle, today.vehicle, went),
        kits=dated(_kits(published), _kits(today), went),
        requests=tuple(request for request in asked if request is not None),
        previous=tuple(duties),
    )


def _kits(problem: Problem) -> dict[str, Kit]:
    return {kit.id: kit for kit in problem.kits}


class _Counts:
    """People by request: with a settled stop, with a stop to come, and still to be served."""

    def __init__(
        self,
        duties: Iterable[Duty],
        done: Collection[Duty],
        left: Mapping[str, int],
        reported: Collection[Stop],
    ) -> None:
        self.past: Counter[str] = Counter()
        self.ahead: Counter[str] = Counter()
        self.waiting = Counter(left)
        self.visited: set[tuple[str, dt.date]] = set()
        for duty in duties:
            past = duty in done
            for stop in duty.stops:
                (self.past if past else self.ahead)[stop.request] += stop.people
                if past:
                    self.visited.add((stop.request, duty.date))
                    if (duty.date, duty.team, stop.request) not in reported:
                        self.waiting[stop.request] -= stop.people


def _asked(
    published: Problem, today: Request, disruption: Disruption, counts: _Counts
) -> Request | None:
    """The request in the rest of the week, or None if there is nobody to plan for."""
    old = published.request.get(today.id, today)
    past, ahead = counts.past[today.id], counts.ahead[today.id]
    urgent = today.id in disruption.urgent
    waiting = max(0, counts.waiting[today.id])
    if today.id in disruption.cancelled:
        waiting = 0
    elif ahead and not urgent:
        waiting = min(waiting, ahead)  # as many as were promised, so that keeping it is possible
    if past + waiting == 0:
        return None
    promised = waiting > 0 and (urgent or ahead > 0)
    opened = waiting > 0 and (promised or disruption.fill)
    return replace(
        old,
        location=today.location,
        people=past + waiting,
        windows=_windows(old, today if opened else None, disruption.since, counts.visited),
        must_serve=opened and (old.must_serve or promised),
    )


def _windows(
    old: Request, today: Request | None, since: dt.date, visited: Collection[tuple[str, dt.date]]
) -> dict[dt.date, tuple[Span, ...]]:
    """Days already visited as they were, and the days to come if they are open."""
    windows = {date: spans for date, spans in old.windows.items() if (old.id, date) in visited}
    ahead = today.windows if today else {}
    return windows | {d: s for d, s in ahead.items() if d >= since and d not in windows}
