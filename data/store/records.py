"""What the store gives back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from data.field_reports import FieldReport
from data.requests import Request, State
from optimizer.plan import Plan
from optimizer.problem import Problem


class StoreError(Exception):
    """The store refuses; the message names the reason and the remedy in Bahasa Indonesia."""


class StoreUnavailable(StoreError):
    """The database does not answer now; nothing was kept, and trying again is safe."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A row that has the letter and site of a request stored under another id."""

    id: str
    stored_id: str


@dataclass(frozen=True, slots=True)
class ClosedHit:
    """A letter whose request is withdrawn, refused or served, so that nobody will visit for it.

    ``read_before`` says that the source said just this when it was last read: the file was read
    again, and the site has not written again.
    """

    id: str
    state: State
    read_before: bool


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Ids by what the import did with them.

    Attributes
    ----------
    older
        Rows of a source not read before that say what was stored earlier, or came in earlier than
        what is stored: they change nothing.
    clashes
        Not stored: same letter and site as a request with another id, for the clerk to decide.
    closed
        Letters that reopen nothing, whatever else the import did with them; the clerk is warned.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    closed: tuple[ClosedHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Geocoded:
    """A geocoder's remembered answer: (latitude, longitude), or None for no such place."""

    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One step in a request's life; ``changes`` are (before, after) of changed columns."""

    at: dt.datetime
    actor: str
    from_state: State | None
    to_state: State
    reason: str
    changes: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """One version of a week's plan.

    Attributes
    ----------
    state
        ``draft``, ``approved``, ``published`` or ``superseded``.
    hash
        Of the problem and the duties: what an approval is bound to.
    requests
        Records behind the problem's requests as they were when the plan was made.
    """

    id: int
    regency: str
    week: str
    version: int
    state: str
    hash: str
    problem: Problem
    plan: Plan
    requests: tuple[Request, ...]
    made_at: dt.datetime
    travel_note: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedReport:
    """A field report the store cannot keep, and why in Bahasa Indonesia."""

    report: FieldReport
    reason: str


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """Field reports by what became of them."""

    new: tuple[FieldReport, ...] = ()
    corrected: tuple[FieldReport, ...] = ()
    same: tuple[FieldReport, ...] = ()
    refused: tuple[RefusedReport, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedWeek:
    """A week that is done with; ``unreported`` are (date, team, request) without a report."""

    regency: str
    week: str
    unreported: tuple[tuple[dt.date, str, str], ...]
