"""Each kecamatan's account: people asked and served, cards targeted, weeks since its session."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.kenduren import PREFIX
from data.places.records import Kecamatan
from data.requests import Request, State
from data.weekdays import dates_of_week

_ENDED = frozenset({State.WITHDRAWN, State.REFUSED})


@dataclass(frozen=True, slots=True)
class KecamatanAccount:
    """One line of the ledger.

    Attributes
    ----------
    asked, served
        People on the letters of its sites, and people that visits served there.
    sessions
        People served at its Kenduren Mas sessions.
    target
        Cards to be in hands, None where nobody set a target.
    weeks_since_session
        Full weeks from the week of the last session, None if none is known.
    """

    code: str
    name: str
    asked: int
    served: int
    sessions: int
    target: int | None
    weeks_since_session: int | None

    @property
    def share(self) -> float | None:
        """People served, sessions included, over the target."""
        return (self.served + self.sessions) / self.target if self.target else None


def kecamatan_ledger(
    kecamatan: Iterable[Kecamatan],
    week: str,
    requests: Iterable[Request],
    served: Mapping[str, int],
    last_held: Mapping[str, dt.date],
    targets: Mapping[str, int],
) -> tuple[KecamatanAccount, ...]:
    """Accounts in order of code.

    Parameters
    ----------
    requests
        All letters; withdrawn and refused ones ask for nobody.
    served
        People by request (sessions too) over all field reports.
    last_held, targets
        By code of kecamatan.
    """
    asked: Counter[str] = Counter()
    visited: Counter[str] = Counter()
    for request in requests:
        code = request.site.kecamatan_code
        asked[code] += 0 if request.state in _ENDED else request.people
        visited[code] += served.get(request.id, 0)
    monday = dates_of_week(week)[0]
    return tuple(
        KecamatanAccount(
            code=place.code,
            name=place.name,
            asked=asked[place.code],
            served=visited[place.code],
            sessions=served.get(f"{PREFIX}{place.code}", 0),
            target=targets.get(place.code),
            weeks_since_session=_weeks_since(last_held.get(place.code), monday),
        )
        for place in sorted(kecamatan, key=lambda place: place.code)
    )


def _weeks_since(last: dt.date | None, monday: dt.date) -> int | None:
    if last is None:
        return None
    return max(0, (monday - (last - dt.timedelta(days=last.weekday()))).days // 7)
