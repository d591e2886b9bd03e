"""What the store gives back of decisions and messages."""

import datetime as dt
from dataclasses import dataclass

from data.announcements import Series


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody's yes; ``hash`` is that of the problem and duties it was said to."""

    hash: str
    actor: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Message:
    """Something a publication owes a team or a site.

    Attributes
    ----------
    subject
        Id of the duty or request.
    dates
        Days it announces; none: cancelled, or not this week.
    number
        Of the letter in the office's register, None for a message without one.
    delivered_at
        When somebody sent it or handed it over, or None.
    """

    id: int
    series: Series
    subject: str
    dates: tuple[dt.date, ...]
    number: str | None
    delivered_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Publication:
    """A version that became the week's plan.

    Attributes
    ----------
    messages
        All that this version owes; empty when it changed nothing for anybody.
    """

    actor: str
    at: dt.datetime
    messages: tuple[Message, ...]
