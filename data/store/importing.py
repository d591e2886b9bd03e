"""One import of letters inside a transaction."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.life_cycle import is_final
from data.recounts import recounted
from data.requests import Request, State
from data.site_key import site_key
from data.store.merging import letter_key, merged
from data.store.records import Clash, ClosedHit, ImportReport
from data.store.report_rows import served_in_all
from data.store.request_rows import Act, Step, fill_row, record_of, update
from data.store.sightings import Look, Sightings, with_better_point
from data.store.tables import RequestRow


class Import:
    """Letters on their way into the store: what is stored already, and what is to be noted.

    ``decided`` letters are what a person says now: they hold whatever was read before.
    """

    def __init__(self, session: Session, act: Act, source: str, decided: bool) -> None:
        rows = session.scalars(select(RequestRow)).all()
        self._session, self._act, self._decided = session, act, decided
        self._stored = {row.id: row for row in rows}
        self._owner = {(row.letter, row.site): row.id for row in rows}
        self._sightings = Sightings(session, source)
        self._steps: list[Step] = []
        self._closed: list[ClosedHit] = []

    def keep(self, requests: Sequence[Request]) -> ImportReport:
        """Add and update; the report says what happened to each."""
        kept: dict[str, list[str]] = {"new": [], "changed": [], "same": [], "older": []}
        clashes = []
        for request in requests:
            owner = self._owner.setdefault((letter_key(request), site_key(request)), request.id)
            if owner == request.id:
                kept[self._keep(request)].append(request.id)
                self._sightings.note(request)
            else:
                clashes.append(Clash(request.id, owner))
        self._write()
        ids = {name: tuple(members) for name, members in kept.items()}
        return ImportReport(**ids, clashes=tuple(clashes), closed=tuple(self._closed))

    def _keep(self, request: Request) -> str:
        row = self._stored.get(request.id)
        if row is None:
            self._add(request)
            return "new"
        before = record_of(row)
        look = self._sightings.look(request, before, self._decided)
        for step in self._steps_of(before, request, look):
            update(self._session, row, step, self._act)
        after = record_of(row)
        if is_final(after.state) or after.state is State.SERVED:
            read_before = self._sightings.read_before(request)
            self._closed.append(ClosedHit(row.id, after.state, read_before))
        if after != before:
            return "changed"
        return "older" if look is Look.OLDER else "same"

    def _add(self, request: Request) -> None:
        row = fill_row(RequestRow(id=request.id), request)
        self._session.add(row)
        self._stored[row.id] = row
        self._steps.append(Step(row.id, None, request.state))

    def _steps_of(self, before: Request, request: Request, look: Look) -> Iterable[Request]:
        if look is Look.SAME:
            return (with_better_point(before, request),)
        if look is Look.OLDER:
            return ()
        after = merged(before, request)
        if after.people == before.people:
            return (after,)
        served = served_in_all(self._session, before.id)
        return recounted(after, before.people - before.people_left if served is None else served)

    def _write(self) -> None:
        self._session.flush()  # the other rows refer to requests, which must be there first
        self._session.add_all(step.row(self._act) for step in self._steps)
        self._session.add_all(self._sightings.rows(self._act.at))
