"""What of a published week cannot change any more."""

import datetime as dt
from collections.abc import Collection

from optimizer.plan import Duty

Stop = tuple[dt.date, str, str]


def settled(
    duties: Collection[Duty], since: dt.date, reported: Collection[Stop]
) -> tuple[Duty, ...]:
    """Duties before a day, and those after it of which a visit was reported on.

    Parameters
    ----------
    reported
        Stops (date, team, request) with a field report.
    """
    return tuple(d for d in duties if d.date < since or _reported(d, reported))


def _reported(duty: Duty, reported: Collection[Stop]) -> bool:
    return any((duty.date, duty.team, stop.request) in reported for stop in duty.stops)
