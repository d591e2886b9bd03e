"""Rows of requests and their history, and how a request moves through its life."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from data.life_cycle import step
from data.requests import Request, State
from data.site_key import site_key
from data.store.merging import changes, letter_key
from data.store.records import HistoryEntry, StoreError
from data.store.request_document import read_request, request_text
from data.store.tables import HistoryRow, RequestRow


@dataclass(frozen=True, slots=True)
class Act:
    """Who did something, when and why."""

    actor: str
    at: dt.datetime
    reason: str


def find_row(session: Session, request_id: str) -> RequestRow:
    """Row of a request.

    Raises
    ------
    StoreError
        If there is none.
    """
    row = session.get(RequestRow, request_id)
    if row is None:
        raise StoreError(f"permohonan '{request_id}' tidak ada; lihat daftar permohonan")
    return row


def in_regency(code: str) -> ColumnElement[bool]:
    """Condition on requests: their kecamatan's code begins with the regency's.

    Documents have one spelling (``request_document.canonical``), and a quotation mark inside any
    other value is escaped, so this text stands nowhere else.
    """
    return RequestRow.document.contains(f'"kecamatan_code":"{code}.', autoescape=True)


def record_of(row: RequestRow) -> Request:
    """The record a row keeps."""
    return read_request(row.document)


def fill_row(row: RequestRow, request: Request) -> RequestRow:
    """Write a record into its row."""
    row.letter, row.site = letter_key(request), site_key(request)
    row.state, row.people_left = request.state.value, request.people_left
    row.document = request_text(request)
    return row


@dataclass(frozen=True, slots=True)
class Step:
    """A step in a request's life before it is a row."""

    request: str
    before: State | None
    after: State
    changes: Mapping[str, Any] = field(default_factory=dict)

    def row(self, act: Act) -> HistoryRow:
        """The row of the history."""
        return HistoryRow(
            request=self.request,
            at=act.at,
            actor=act.actor,
            from_state=self.before.value if self.before else None,
            to_state=self.after.value,
            reason=act.reason,
            changes=dict(self.changes),
        )


def entry_of(row: HistoryRow) -> HistoryEntry:
    """The step a row of the history keeps."""
    return HistoryEntry(
        at=row.at,
        actor=row.actor,
        from_state=State(row.from_state) if row.from_state else None,
        to_state=State(row.to_state),
        reason=row.reason,
        changes={name: (before, after) for name, (before, after) in row.changes.items()},
    )


def update(session: Session, row: RequestRow, after: Request, act: Act) -> Request:
    """Write a changed record and its step; what does not change leaves no step.

    Raises
    ------
    IllegalTransition
        If the new state may not follow the old one.
    """
    before = record_of(row)
    changed = changes(before, after)
    if changed.pop("state", None):
        step(row.id, before.state, after.state, actor=act.actor, at=act.at, reason=act.reason)
    if after != before:
        fill_row(row, after)
        session.add(Step(row.id, before.state, after.state, changed).row(act))
    return after
