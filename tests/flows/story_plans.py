"""What the tellers of a story look up in the plans and records of an office."""

import datetime as dt
from collections import defaultdict

from data.announcements import Series
from data.requests import Request
from data.store import Message, StoredPlan
from flows import plan_decisions as decisions
from flows.workplace import open_workplace
from optimizer.plan import Duty


def newest(week: str) -> StoredPlan:
    return decisions.find_plan(open_workplace(), week)


def request(letter: str) -> Request:
    institution = letter.split(";")[2]
    with open_workplace().store() as store:
        return next(found for found in store.requests() if found.institution == institution)


def weight(letter: str, stored: StoredPlan) -> float:
    return stored.problem.request[request(letter).id].weight


def promises_of(stored: StoredPlan) -> set[tuple[str, dt.date]]:
    return {(stop.request, duty.date) for duty, stop in stored.plan.visits()}


def first_session(stored: StoredPlan) -> tuple[str, dt.date]:
    return next(promise for promise in sorted(promises_of(stored)) if promise[0].startswith("KM-"))


def told_to(stored: StoredPlan) -> dict[str, list[tuple[object, ...]]]:
    """What each site reads of a plan: dates, times and people, not who comes."""
    told = defaultdict(list)
    for duty, stop in stored.plan.visits():
        told[stop.request].append((duty.date, stop.start, stop.end, stop.people))
    return {request: sorted(visits) for request, visits in told.items()}


def visited(
    week: str, *letters: str, since: dt.date = dt.date.min, until: dt.date = dt.date.max
) -> list[str]:
    """Letters that the newest plan of a week visits, each time between two dates.

    Which ones they are is the plan's affair; the story goes on with those it finds.
    """
    dates = defaultdict(set)
    for duty, stop in newest(week).plan.visits():
        dates[stop.request].add(duty.date)
    found = {letter: dates[request(letter).id] for letter in letters}
    return [
        letter
        for letter, days in found.items()
        if days and since <= min(days) <= max(days) <= until
    ]


def past(stored: StoredPlan, today: dt.date) -> list[Duty]:
    return [duty for duty in stored.plan.duties if duty.date < today]


def still_to_be_told(week: str) -> set[str]:
    """Sites that the newest word has not reached yet."""
    return {message.subject for message in owed(week) if message.series is not Series.ASSIGNMENT}


def orders_to_be_given(week: str) -> set[str]:
    """Duties whose team has not got its newest order yet."""
    return {message.subject for message in owed(week) if message.series is Series.ASSIGNMENT}


def owed(week: str) -> list[Message]:
    messages = decisions.messages(open_workplace(), week)
    return [message for message in messages if message.delivered_at is None]
