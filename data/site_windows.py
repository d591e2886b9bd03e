"""When a site can be visited in a week."""

import datetime as dt
from collections.abc import Collection, Sequence

from data.planning_rules import KindRules
from data.requests import DailyHours, Request
from data.working_days import WorkingDays
from optimizer.clock import Span

Windows = dict[dt.date, tuple[Span, ...]]


def site_windows(
    request: Request, dates: Sequence[dt.date], rules: KindRules, calendar: WorkingDays
) -> Windows:
    """Windows of a request on the working dates of a week.

    A date is possible when the site has hours on that weekday, does not call the date impossible
    and has no exam. Possible dates promised for this week are the only ones offered; without a
    promise, possible wished dates are. Promises and wishes that all fall elsewhere do not bind.
    """
    spans = {date: _spans(request, date, rules) for date in dates}
    possible = {
        date: windows
        for date, windows in spans.items()
        if windows
        and date not in request.impossible_dates
        and calendar.exam(date, request.kind, request.npsn) is None
    }
    promised = _only(possible, request.promised_dates)
    wished = _only(possible, request.wished_dates)
    return promised or wished or possible


def _only(windows: Windows, dates: Collection[dt.date]) -> Windows:
    return {date: spans for date, spans in windows.items() if date in dates}


def _spans(request: Request, date: dt.date, rules: KindRules) -> tuple[Span, ...]:
    hours = request.hours or rules.hours
    return tuple(sorted(_span(h) for h in hours if date.isoweekday() in h.weekdays))


def _span(hours: DailyHours) -> Span:
    opens, closes = hours.opens, hours.closes
    return Span(opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute)
