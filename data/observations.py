"""What a field report says of a visit's pace and of who stayed away."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.field_reports import FieldReport
from data.requests import Kind, Request
from data.site_key import site_key
from optimizer.plan import Plan
from optimizer.problem import Problem


@dataclass(frozen=True, slots=True)
class Observation:
    """One reported visit.

    Attributes
    ----------
    site
        Key of the site, as ``site_key`` gives it.
    minutes_per_person
        Working minutes without set-up, times kits, per person handled; None without times.
    no_show
        Share of the list that did not come; None if nobody was counted.
    """

    kind: Kind
    site: str
    minutes_per_person: float | None
    no_show: float | None


def observe(
    problem: Problem, plan: Plan, requests: Iterable[Request], reports: Iterable[FieldReport]
) -> tuple[Observation, ...]:
    """What the reports of a week's plan say of its letters; sessions teach nothing here.

    Parameters
    ----------
    requests
        Records that the problem was made of.
    """
    kits = {(d.date, d.team, s.request): len(d.kits) for d, s in plan.visits()}
    sites = {request.id: site_key(request) for request in requests}
    return tuple(
        _observation(problem, report, sites[report.request], kits[report.stop])
        for report in reports
        if report.stop in kits and problem.request[report.request].fixed_minutes is None
    )


def _observation(problem: Problem, report: FieldReport, site: str, kits: int) -> Observation:
    asked = problem.request[report.request]
    handled = report.served + report.failed
    listed = handled + report.absent
    minutes = _working_minutes(problem, report)
    net = None if minutes is None else minutes - asked.setup_minutes
    return Observation(
        kind=Kind(asked.kind),
        site=site,
        minutes_per_person=net * kits / handled if net and net > 0 and handled else None,
        no_show=report.absent / listed if listed else None,
    )


def _working_minutes(problem: Problem, report: FieldReport) -> int | None:
    if report.started is None or report.ended is None:
        return None
    clock = problem.day[report.date].clock
    start, end = (t.hour * 60 + t.minute for t in (report.started, report.ended))
    return clock.working(end) - clock.working(start)
