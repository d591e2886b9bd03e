"""The office's file as the planning policy of ``data``."""

import datetime as dt
from collections.abc import Mapping

from config.office import KindSettings, OfficeSettings
from data.ageing import AgeingPolicy
from data.clock_text import parse_span
from data.fleet_records import VEHICLE_KINDS
from data.planning_rules import KindRules, PlanningRules
from data.requests import DailyHours, Kind
from data.weekdays import parse_weekday
from optimizer.clock import Span
from optimizer.faults import Fault, InvalidDocument
from optimizer.problem import Objective


def planning_rules(office: OfficeSettings) -> PlanningRules:
    """The office's planning policy.

    Raises
    ------
    InvalidDocument
        If hours or vehicle kinds are written in no known way, every fault at once.
    """
    kinds, faults = {}, []
    for kind in Kind:
        try:
            kinds[kind] = _kind_rules(getattr(office.kinds, kind))
        except ValueError as error:
            faults.append(Fault(f"jenis.{kind.value}", str(error)))
    if faults:
        raise InvalidDocument(faults)
    return PlanningRules(
        kinds,
        Objective(**office.objective.model_dump()),
        AgeingPolicy(**office.ageing.letters.model_dump()),
        AgeingPolicy(**office.ageing.sessions.model_dump()),
    )


def _kind_rules(settings: KindSettings) -> KindRules:
    return KindRules(
        **settings.model_dump(exclude={"hours", "vehicle_kinds"}),
        hours=_hours(settings.hours),
        vehicle_kinds=frozenset(map(_vehicle_kind, settings.vehicle_kinds)),
    )


def _hours(hours: Mapping[str, str]) -> tuple[DailyHours, ...]:
    return tuple(_daily_hours(days, parse_span(span)) for days, span in hours.items())


def _daily_hours(days: str, span: Span) -> DailyHours:
    first, _, last = days.partition("-")
    weekdays = range(parse_weekday(first), parse_weekday(last or first) + 1)
    return DailyHours(
        weekdays=frozenset(weekdays),
        opens=dt.time(*divmod(span.open, 60)),
        closes=dt.time(*divmod(span.close, 60)),
    )


def _vehicle_kind(name: str) -> str:
    if name not in VEHICLE_KINDS:
        raise ValueError(f"kendaraan '{name}' tidak dikenal; pilih dari {', '.join(VEHICLE_KINDS)}")
    return VEHICLE_KINDS[name]
