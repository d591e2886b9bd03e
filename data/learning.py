"""What field reports teach: how long a person takes and how many stay away."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from data.field_reports import FieldReport
from data.itineraries.wording import KINDS
from data.planning_rules import KindRules, PlanningRules
from data.requests import Kind
from optimizer.plan import Plan
from optimizer.problem import Problem


@dataclass(frozen=True, slots=True)
class Caution:
    """How slowly the program believes; all of it policy.

    Attributes
    ----------
    visits
        Fewer reported visits of a kind teach nothing.
    half
        With so many visits a median counts as much as the rule before.
    minutes, no_show
        Range that a learned number stays in.
    """

    visits: int = 5
    half: int = 10
    minutes: tuple[float, float] = (2.0, 15.0)
    no_show: tuple[float, float] = (0.0, 0.5)


@dataclass(frozen=True, slots=True)
class Observation:
    """One reported visit.

    Attributes
    ----------
    minutes_per_person
        Working minutes without set-up, times kits, per person handled; None without times.
    no_show
        Share of the list that did not come; None if nobody was counted.
    """

    kind: Kind
    minutes_per_person: float | None
    no_show: float | None


def observe(
    problem: Problem, plan: Plan, reports: Iterable[FieldReport]
) -> tuple[Observation, ...]:
    """What the reports of a week's plan say of its letters; sessions teach nothing here."""
    kits = {(d.date, d.team, s.request): len(d.kits) for d, s in plan.visits()}
    return tuple(
        _observation(problem, report, kits[report.stop])
        for report in reports
        if report.stop in kits and problem.request[report.request].fixed_minutes is None
    )


def _observation(problem: Problem, report: FieldReport, kits: int) -> Observation:
    asked = problem.request[report.request]
    handled = report.served + report.failed
    listed = handled + report.absent
    minutes = _working_minutes(problem, report)
    net = None if minutes is None else minutes - asked.setup_minutes
    return Observation(
        kind=Kind(asked.kind),
        minutes_per_person=net * kits / handled if net and net > 0 and handled else None,
        no_show=report.absent / listed if listed else None,
    )


def _working_minutes(problem: Problem, report: FieldReport) -> int | None:
    if report.started is None or report.ended is None:
        return None
    clock = problem.day[report.date].clock
    start, end = (t.hour * 60 + t.minute for t in (report.started, report.ended))
    return clock.working(end) - clock.working(start)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Rules after what was seen, and every change as a sentence in Bahasa Indonesia."""

    rules: PlanningRules
    changes: tuple[str, ...]


def learn(
    rules: PlanningRules, seen: Sequence[Observation], caution: Caution | None = None
) -> Lesson:
    """Move each kind's numbers towards the median of what was seen."""
    caution = caution or Caution()
    table = pd.DataFrame([dataclasses.asdict(o) for o in seen], columns=["kind", *_NUMBERS])
    kinds, changes = dict(rules.kinds), []
    for name, group in table.groupby("kind"):
        kind = Kind(str(name))
        kinds[kind], told = _learned(rules.kinds[kind], group, caution)
        changes += [f"{change} ({KINDS[kind].lower()})." for change in told]
    return Lesson(dataclasses.replace(rules, kinds=kinds), tuple(changes))


_NUMBERS = {"minutes_per_person": "Menit per orang", "no_show": "Bagian yang tidak hadir"}


def _learned(
    rules: KindRules, group: pd.DataFrame, caution: Caution
) -> tuple[KindRules, list[str]]:
    told = []
    limits = {"minutes_per_person": caution.minutes, "no_show": caution.no_show}
    for column, label in _NUMBERS.items():
        values = group[column].dropna().astype(float)
        if len(values) < caution.visits:
            continue
        before: Decimal = getattr(rules, column)
        after = _blend(float(before), values, limits[column], caution.half)
        if after != before:
            changed: dict[str, Any] = {column: after}
            rules = dataclasses.replace(rules, **changed)
            told.append(
                f"{label} {_comma(before)} menjadi {_comma(after)} dari {len(values)} laporan"
            )
    return rules, told


def _blend(
    before: float, values: "pd.Series[float]", limits: tuple[float, float], half: int
) -> Decimal:
    median = min(max(float(values.median()), limits[0]), limits[1])
    trust = len(values) / (len(values) + half)
    return Decimal(str(round(before + trust * (median - before), 2)))


def _comma(number: Decimal) -> str:
    return str(number).replace(".", ",")
