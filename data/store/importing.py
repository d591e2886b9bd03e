"""One import of letters inside a transaction."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.requests import Request
from data.store.merging import changes, letter_key, merged, site_key
from data.store.records import Clash, ImportReport
from data.store.request_rows import Act, Step, fill_row, record_of
from data.store.tables import RequestRow


class Import:
    """Letters on their way into the store: what is stored already, and what is to be noted."""

    def __init__(self, session: Session, act: Act) -> None:
        rows = session.scalars(select(RequestRow)).all()
        self._session, self._act = session, act
        self._stored = {row.id: row for row in rows}
        self._owner = {(row.letter, row.site): row.id for row in rows}
        self._steps: list[Step] = []

    def keep(self, requests: Sequence[Request]) -> ImportReport:
        """Add and update; the report says what happened to each."""
        kept: dict[str, list[str]] = {"new": [], "changed": [], "same": []}
        clashes = []
        for request in requests:
            owner = self._owner.setdefault((letter_key(request), site_key(request)), request.id)
            if owner == request.id:
                kept[self._keep(request)].append(request.id)
            else:
                clashes.append(Clash(request.id, owner))
        self._write_steps()
        ids = {name: tuple(members) for name, members in kept.items()}
        return ImportReport(**ids, clashes=tuple(clashes))

    def _keep(self, request: Request) -> str:
        row = self._stored.get(request.id)
        if row is None:
            row = fill_row(RequestRow(id=request.id), request)
            self._session.add(row)
            self._stored[row.id] = row
            self._steps.append(Step(row.id, None, request.state))
            return "new"
        before = record_of(row)
        after = merged(before, request)
        changed = changes(before, after)
        if not changed:
            return "same"
        fill_row(row, after)
        self._steps.append(Step(row.id, before.state, after.state, changed))
        return "changed"

    def _write_steps(self) -> None:
        self._session.flush()  # the history refers to requests, which must be there first
        self._session.add_all(step.row(self._act) for step in self._steps)
