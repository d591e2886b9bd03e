"""Promises kept, moved and broken, with reasons."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from data.field_reports import FieldReport
from data.ledgers.causes import Cause, Reason, why_dropped
from optimizer.plan import Duty, Plan
from optimizer.problem import Problem

Visit = tuple[str, dt.date]
Version = tuple[Problem, Plan]


class Outcome(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    MOVED = "moved"
    BROKEN = "broken"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Promise:
    """One date once announced to a site.

    Attributes
    ----------
    reason
        Why it was moved or broken, None if there is nothing to explain.
    moved_to
        Other dates of that week which the site has instead.
    """

    request: str
    date: dt.date
    outcome: Outcome
    reason: Reason | None = None
    moved_to: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class WeekRecord:
    """What the office announced for a week, and what it knows of it.

    Attributes
    ----------
    versions
        Problem and plan of each published version, in order of publication; the last one holds.
    reports
        Newest report of each stop.
    closed
        Whether the week is done with: then silence breaks a promise.
    withdrawn
        What sites said when they withdrew their letters, by request.
    """

    versions: Sequence[Version]
    reports: Iterable[FieldReport] = ()
    closed: bool = False
    withdrawn: Mapping[str, str] | None = None


def promise_ledger(week: WeekRecord) -> tuple[Promise, ...]:
    """Every date that a published version of a week announced, by request and date."""
    announced = {visit for _, plan in week.versions for visit in _visits(plan)}
    ledger = _Ledger(week)
    return tuple(ledger.promise(*visit) for visit in sorted(announced))


def _visits(plan: Plan) -> dict[Visit, Duty]:
    return {(stop.request, duty.date): duty for duty, stop in plan.visits()}


def _without(after: Plan, before: Mapping[Visit, Duty], visit: Visit) -> Iterator[Duty]:
    """The duty that made a visit which the next version no longer has."""
    if visit in before and visit not in _visits(after):
        yield before[visit]


class _Ledger:
    def __init__(self, week: WeekRecord) -> None:
        self._week = week
        self._last = _visits(week.versions[-1][1]) if week.versions else {}
        self._withdrawn = week.withdrawn or {}
        self._told: defaultdict[Visit, list[FieldReport]] = defaultdict(list)
        for report in week.reports:
            self._told[report.request, report.date].append(report)

    def promise(self, request: str, date: dt.date) -> Promise:
        reports = self._told.get((request, date), ())
        if any(report.served for report in reports):
            return Promise(request, date, Outcome.KEPT)
        if (request, date) not in self._last:
            return self._dropped(request, date)
        reason = _of_reports(reports) if reports else self._of_silence(request)
        return Promise(request, date, Outcome.BROKEN if reason else Outcome.OPEN, reason)

    def _dropped(self, request: str, date: dt.date) -> Promise:
        others = tuple(sorted(other for name, other in self._last if name == request))
        outcome = Outcome.MOVED if others else Outcome.BROKEN
        return Promise(request, date, outcome, self._of_change(request, date), others)

    def _of_change(self, request: str, date: dt.date) -> Reason:
        if request in self._withdrawn:
            return Reason(Cause.WITHDRAWN, self._withdrawn[request])
        dropped = [
            why_dropped(request, duty, problem)
            for (_, before), (problem, after) in pairwise(self._week.versions)
            for duty in _without(after, _visits(before), (request, date))
        ]
        return Reason(dropped[-1])

    def _of_silence(self, request: str) -> Reason | None:
        if request in self._withdrawn:
            return Reason(Cause.WITHDRAWN, self._withdrawn[request])
        return Reason(Cause.SILENCE) if self._week.closed else None


def _of_reports(reports: Sequence[FieldReport]) -> Reason:
    """Why visits that served nobody did not."""
    words = "; ".join(dict.fromkeys(report.reason for report in reports if report.reason))
    if words:
        return Reason(Cause.REPORTED, words)
    came = any(report.failed for report in reports)
    absent = any(report.absent for report in reports)
    return Reason(Cause.NOBODY_CAME if absent and not came else Cause.NOBODY_SERVED)
