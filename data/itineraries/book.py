"""All that the papers of one week are printed from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.requests import Request
from optimizer.plan import Plan
from optimizer.problem import Problem


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """The office as its papers name it; ``zone`` is the printed zone, e.g. ``WIB``."""

    name: str
    regency: str
    address: str
    phone: str = ""
    zone: str = "WIB"


@dataclass(frozen=True, slots=True)
class WeekBook:
    """One version of a week's plan with everything its papers say.

    Attributes
    ----------
    requests
        Records behind ``problem.requests``, by id (Kenduren Mas sessions included).
    teams, vehicles
        Printed names by id, e.g. ``"Tim 1"``, ``"Kenduren Mas 1 (N 1001 XX)"``.
    version, state
        Version of the plan in the store and ``"draft"``, ``"approved"`` or ``"published"``.
    travel_note
        Where the travel times come from, in Bahasa Indonesia.
    warnings
        Data-quality warnings for the planner, in Bahasa Indonesia.
    """

    office: OfficeHead
    problem: Problem
    plan: Plan
    requests: Mapping[str, Request]
    teams: Mapping[str, str]
    vehicles: Mapping[str, str]
    version: int
    state: str
    made_at: dt.datetime
    travel_note: str
    warnings: tuple[str, ...] = field(default=())
