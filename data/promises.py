"""What publishing a plan does to a request: dates are promised, or a promise is broken."""

import datetime as dt
from collections.abc import Collection

from data.requests import Request, State


def promised(request: Request, dates: Collection[dt.date], week: Collection[dt.date]) -> Request:
    """The request with its dates of one week; promises of other weeks stay.

    Parameters
    ----------
    dates
        Days of its visits in the plan.
    week
        All dates of the plan's week.
    """
    kept = {date for date in request.promised_dates if date not in week}
    changed = {"state": State.PROMISED, "promised_dates": tuple(sorted(kept | set(dates)))}
    return request.model_copy(update=changed)


def broken(request: Request, week: Collection[dt.date]) -> Request:
    """The request whose promise of one week falls; with no other promise it is carried over."""
    kept = tuple(date for date in request.promised_dates if date not in week)
    changed = {
        "state": State.PROMISED if kept else State.CARRIED_OVER,
        "promised_dates": kept,
        "carried_over": request.carried_over + 1,
    }
    return request.model_copy(update=changed)
