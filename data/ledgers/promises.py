"""Promises kept, moved and broken, with reasons."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.field_reports import FieldReport
from optimizer.plan import Plan


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
        Why it was moved or broken, in Bahasa Indonesia; empty if there is nothing to explain.
    """

    request: str
    date: dt.date
    outcome: Outcome
    reason: str = ""


def promise_ledger(
    versions: Sequence[Plan], reports: Iterable[FieldReport], closed: bool
) -> tuple[Promise, ...]:
    """Every date that a published version of a week announced, by request and date.

    Parameters
    ----------
    versions
        Published versions of the week, in order of publication; the last one holds.
    reports
        Newest report of each stop.
    closed
        Whether the week is done with: then silence breaks a promise.
    """
    announced = {visit for version in versions for visit in _visits(version)}
    last = _visits(versions[-1]) if versions else frozenset()
    told: defaultdict[tuple[str, dt.date], list[FieldReport]] = defaultdict(list)
    for report in reports:
        told[report.request, report.date].append(report)
    return tuple(_outcome(request, date, last, told, closed) for request, date in sorted(announced))


def _visits(plan: Plan) -> frozenset[tuple[str, dt.date]]:
    return frozenset((stop.request, duty.date) for duty, stop in plan.visits())


def _outcome(
    request: str,
    date: dt.date,
    last: Collection[tuple[str, dt.date]],
    told: Mapping[tuple[str, dt.date], Sequence[FieldReport]],
    closed: bool,
) -> Promise:
    reports = told.get((request, date), ())
    if any(report.served for report in reports):
        return Promise(request, date, Outcome.KEPT)
    if (request, date) not in last:
        others = sorted(other for name, other in last if name == request)
        if others:
            to = ", ".join(other.isoformat() for other in others)
            return Promise(request, date, Outcome.MOVED, f"dipindah ke {to}")
        return Promise(request, date, Outcome.BROKEN, "dibatalkan oleh perubahan rencana")
    if reports:
        why = "; ".join(report.reason for report in reports if report.reason)
        return Promise(request, date, Outcome.BROKEN, why or "tidak ada yang terlayani")
    if closed:
        return Promise(request, date, Outcome.BROKEN, "tidak ada laporan sampai minggu ditutup")
    return Promise(request, date, Outcome.OPEN)
