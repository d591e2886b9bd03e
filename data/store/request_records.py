"""Requests in the store: import, look up, move through their life."""

import datetime as dt
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from data.requests import Request, State
from data.store.database import Database
from data.store.importing import Import
from data.store.records import HistoryEntry, ImportReport
from data.store.request_rows import Act, entry_of, find_row, in_regency, record_of, update
from data.store.tables import HistoryRow, ImportRow, RequestRow

OPEN = (
    State.PENDING,
    State.PLANNED,
    State.PROMISED,
    State.PARTLY_SERVED,
    State.CARRIED_OVER,
)


class RequestRecords(Database):
    """The requests of the office."""

    def import_requests(
        self,
        requests: Sequence[Request],
        source: str,
        actor: str,
        at: dt.datetime,
        *,
        decided: bool = False,
    ) -> ImportReport:
        """Keep letters, all of them in one transaction.

        An unknown id is added. A known one is updated if its row changed since the source was
        last read (its progress is kept): files read again in any order undo no correction.

        Parameters
        ----------
        source
            Name of the file, the same each time it is read.
        decided
            A person says so now, at the keyboard: it holds whatever was read before.
        """
        with self.writing() as session:
            act = Act(actor, at, f"impor {source}")
            report = Import(session, act, source, decided).keep(requests)
            if report.new or report.changed:
                counts = {n: len(getattr(report, n)) for n in ("new", "changed", "same", "clashes")}
                session.add(ImportRow(source=source, actor=actor, at=at, **counts))
        return report

    def request(self, request_id: str) -> Request:
        """A request as it stands.

        Raises
        ------
        StoreError
            If there is none.
        """
        with self.reading() as session:
            return record_of(find_row(session, request_id))

    def requests(self, states: Iterable[State] = State) -> tuple[Request, ...]:
        """Requests in some states, by id."""
        wanted = select(RequestRow).where(RequestRow.state.in_([s.value for s in states]))
        with self.reading() as session:
            return tuple(record_of(row) for row in session.scalars(wanted.order_by(RequestRow.id)))

    def open_requests(self, regency: str) -> tuple[Request, ...]:
        """Requests of a regency that still have people to serve, leftovers among them, by id."""
        wanted = select(RequestRow).where(
            RequestRow.state.in_([state.value for state in OPEN]),
            RequestRow.people_left > 0,
            in_regency(regency),
        )
        with self.reading() as session:
            return tuple(record_of(row) for row in session.scalars(wanted.order_by(RequestRow.id)))

    def history(self, request_id: str) -> tuple[HistoryEntry, ...]:
        """Steps of a request's life, oldest first."""
        steps = select(HistoryRow).where(HistoryRow.request == request_id).order_by(HistoryRow.id)
        with self.reading() as session:
            return tuple(entry_of(row) for row in session.scalars(steps))

    def transition(
        self, request_id: str, to_state: State, actor: str, at: dt.datetime, reason: str
    ) -> Request:
        """Move a request on in its life; the step is kept in its history.

        Raises
        ------
        StoreError
            If there is no such request.
        IllegalTransition
            If its life has no such step; a step to where it stands is no step.
        """
        with self.writing() as session:
            row = find_row(session, request_id)
            after = record_of(row).model_copy(update={"state": to_state})
            return update(session, row, after, Act(actor, at, reason))
