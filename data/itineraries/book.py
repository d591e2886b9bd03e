"""All that the papers of one week are printed from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.ledgers.ledgers import Ledgers
from data.requests import Request
from data.weekdays import dates_of_week
from optimizer.plan import Plan
from optimizer.problem import Problem


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs the office's letters; what is left empty stays visibly blank on paper."""

    position: str = "Kepala Dinas"
    name: str = ""
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class OfficeHead:
    """The office as its papers name it.

    Attributes
    ----------
    zone
        Printed zone, e.g. ``"WIB"``.
    place
        Town where letters are signed.
    basis, copies
        Regulations a *surat tugas* rests on, and who gets a copy (*tembusan*).
    """

    name: str
    regency: str
    address: str
    phone: str = ""
    zone: str = "WIB"
    place: str = ""
    signatory: Signatory = Signatory()
    basis: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


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
    lang
        Language of the papers: ``"id"`` or ``"en"``.
    earlier
        The version before this one, if any: the plan book lists what changed, else it compares
        with ``problem.previous``. That is what sites were told: calendars and texts take it back
        where it is lost.
    outlines
        Kecamatan outlines as GeoJSON, an optional layer of the map.
    letter_numbers
        Number given by the office's register to each letter, by duty id (surat tugas) or
        request id (reply); an absent number is printed as a blank to fill in.
    letter_templates
        Folder with the office's own Typst templates of letters, used before the shipped ones.
    ledgers
        Promises, kecamatan and cards as the record stood before this week, if it was asked.
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
    lang: str = "id"
    earlier: Plan | None = None
    outlines: Mapping[str, Any] | None = None
    letter_numbers: Mapping[str, str] = field(default_factory=dict)
    letter_templates: Path | None = None
    ledgers: Ledgers | None = None

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """First and last working day; Monday and Sunday of a week without any."""
        dates = [day.date for day in self.problem.days] or dates_of_week(self.plan.week)
        return dates[0], dates[-1]
