"""Which rows of a letter file say something new.

The folder of letters is read again every week. A row may update its request only when it changed
since its own source was last read; what other sources or people corrected in between stays.
"""

import datetime as dt
import hashlib
from enum import Enum, auto

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.requests import Precision, Request
from data.store.merging import PROGRESS
from data.store.request_document import canonical, request_document
from data.store.tables import SightingRow

_POINT = frozenset({"latitude", "longitude", "precision"})
_BEST_FIRST = tuple(Precision)


class Look(Enum):
    """What a row is, next to the stored request."""

    NEWS = auto()
    SAME = auto()
    OLDER = auto()


class Sightings:
    """What was read of each letter so far, and what one source says now."""

    def __init__(self, session: Session, source: str) -> None:
        self._source = source
        self._last: dict[str, str] = {}
        self._known: set[tuple[str, str]] = set()
        self._noted: dict[str, str] = {}
        for row in session.scalars(select(SightingRow).order_by(SightingRow.id)):
            self._known.add((row.request, row.content))
            if row.source == source:
                self._last[row.request] = row.content

    def read_before(self, request: Request) -> bool:
        """Whether the source said just this when it was last read."""
        return self._last.get(request.id) == content_of(request)

    def look(self, request: Request, stored: Request, decided: bool) -> Look:
        """What a row is; ``decided`` makes it news whatever was read before."""
        content = content_of(request)
        if content == content_of(stored):
            return Look.SAME
        if decided:
            return Look.NEWS
        if request.id in self._last:
            return Look.SAME if self.read_before(request) else Look.NEWS
        older = (request.id, content) in self._known or _received_earlier(request, stored)
        return Look.OLDER if older else Look.NEWS

    def note(self, request: Request) -> None:
        """Remember what the source says."""
        if not self.read_before(request):
            self._noted[request.id] = content_of(request)

    def rows(self, at: dt.datetime) -> list[SightingRow]:
        """Rows of what was noted."""
        return [
            SightingRow(source=self._source, request=request, content=content, at=at)
            for request, content in self._noted.items()
        ]


def content_of(request: Request) -> str:
    """SHA-256 of what a row says.

    Empty columns do not count, so a column that a new program reads is no news by itself; nor
    does a point that was looked up, as a geocoder may answer differently each time.
    """
    document = request_document(request)
    if request.site.precision is not Precision.GIVEN:
        document["site"] = _area(request)
    said = {n: value for n, value in document.items() if n not in PROGRESS and value}
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def with_better_point(stored: Request, request: Request) -> Request:
    """The stored request, at the row's point if that is the same place known more precisely."""
    rank = _BEST_FIRST.index
    better = rank(request.site.precision) < rank(stored.site.precision)
    if better and _area(request) == _area(stored):
        return stored.model_copy(update={"site": request.site})
    return stored


def _area(request: Request) -> dict[str, str | None]:
    return request.site.model_dump(mode="json", exclude=set(_POINT))


def _received_earlier(request: Request, stored: Request) -> bool:
    days = request.received_date, stored.received_date
    return days[0] is not None and days[1] is not None and days[0] < days[1]
