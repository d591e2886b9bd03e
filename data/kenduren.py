"""Kenduren Mas: one session a week in every kecamatan, longest wait first."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from data.places.records import Kecamatan
from data.requests import Kind, Precision, Request, Site, State
from data.weekdays import dates_of_week
from optimizer.plan import Plan

PREFIX = "KM-"


@dataclass(frozen=True, slots=True)
class SessionRules:
    """What the weekly session offers.

    Attributes
    ----------
    people
        People expected at a session, its worth against a letter's head-count.
    services
        Needed from team and vehicle together.
    """

    people: int = 40
    services: frozenset[str] = frozenset({"civil_registry", "printing"})


def sessions(
    kecamatan: Iterable[Kecamatan],
    week: str,
    last_held: Mapping[str, dt.date],
    rules: SessionRules | None = None,
) -> tuple[Request, ...]:
    """The week's sessions as requests, one for each kecamatan, longest wait first.

    Parameters
    ----------
    last_held
        Date of the last session by code of kecamatan. One without record waits a week longer
        than the longest wait on record; with no record at all nobody has waited. Ageing raises
        the weight with ``weeks_waiting``, so that scarce vehicles rotate.
    """
    monday = dates_of_week(week)[0]
    unknown = min(last_held.values(), default=monday) - dt.timedelta(weeks=1)
    found = [
        _session(
            place,
            _weeks_missed(last_held.get(place.code, unknown), monday),
            rules or SessionRules(),
        )
        for place in kecamatan
    ]
    return tuple(sorted(found, key=lambda session: (-session.weeks_waiting, session.id)))


def _weeks_missed(last: dt.date, monday: dt.date) -> int:
    """Whole weeks between the week of the last session and the week of ``monday``."""
    last_monday = last - dt.timedelta(days=last.weekday())
    return max(0, (monday - last_monday).days // 7 - 1)


def _session(place: Kecamatan, weeks_waiting: int, rules: SessionRules) -> Request:
    return Request(
        id=f"{PREFIX}{place.code}",
        kind=Kind.KENDUREN_MAS,
        institution=f"Kenduren Mas Kecamatan {place.name}",
        site=Site(
            kecamatan_code=place.code,
            kecamatan=place.name,
            address=f"Kantor Kecamatan {place.name}",
            latitude=place.venue_latitude,
            longitude=place.venue_longitude,
            precision=Precision.KECAMATAN,
        ),
        people=rules.people,
        people_left=rules.people,
        services=rules.services,
        split_allowed=False,
        state=State.PENDING,
        weeks_waiting=weeks_waiting,
    )


def held(plan: Plan) -> dict[str, dt.date]:
    """Date of each session of a plan, by code of kecamatan."""
    return {
        stop.request.removeprefix(PREFIX): duty.date
        for duty, stop in plan.visits()
        if stop.request.startswith(PREFIX)
    }


def missed(asked: Collection[Request], plan: Plan) -> tuple[Request, ...]:
    """Sessions asked for that the plan does not hold, longest wait first."""
    done = held(plan)
    left = (s for s in asked if s.id.startswith(PREFIX) and s.site.kecamatan_code not in done)
    return tuple(sorted(left, key=lambda session: (-session.weeks_waiting, session.id)))


def shortfall(asked: Collection[Request], plan: Plan) -> str | None:
    """The planner's warning that sessions are missing, in Bahasa Indonesia, or None."""
    left = missed(asked, plan)
    if not left:
        return None
    names = ", ".join(session.site.kecamatan for session in left)
    return f"{len(left)} kecamatan tanpa sesi Kenduren Mas minggu ini: {names}."
