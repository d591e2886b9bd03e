"""How the weight of a request grows while it waits.

The weight multiplies the value of a served person. It is one and three plain terms, so that a
planner can check it by hand, capped so that no letter outweighs everything else::

    1 + per_week * weeks waited + per_carry_over * times carried over + nearness of the deadline

The nearness rises in a straight line from 0, ``deadline_weeks`` before the deadline, to
``deadline_bonus`` in its week, and stays there when the deadline has passed.
"""

import datetime as dt
from dataclasses import dataclass

from data.requests import Request


@dataclass(frozen=True, slots=True)
class AgeingPolicy:
    """Parameters of the weight; the defaults are a policy choice, not a measurement.

    Attributes
    ----------
    per_week
        Added for each full week since the letter came.
    per_carry_over
        Added for each promise that was not kept.
    deadline_bonus
        Added in the week of the deadline.
    deadline_weeks
        How many weeks ahead a deadline begins to count.
    most
        Upper limit of the weight.

    Raises
    ------
    ValueError
        If a parameter is negative or the limit lies below one.
    """

    per_week: float = 0.05
    per_carry_over: float = 0.25
    deadline_bonus: float = 0.5
    deadline_weeks: int = 4
    most: float = 3.0

    def __post_init__(self) -> None:
        terms = (self.per_week, self.per_carry_over, self.deadline_bonus, self.deadline_weeks)
        if min(terms) < 0 or self.most < 1:
            raise ValueError("ageing must not be negative and the most at least 1")


def weeks_waited(request: Request, monday: dt.date) -> int:
    """Full weeks from the letter's arrival to a planning week, or the recorded ones if more."""
    since = request.received_date or request.letter_date or monday
    return max(request.weeks_waiting, (monday - since).days // 7, 0)


def weight(request: Request, monday: dt.date, policy: AgeingPolicy | None = None) -> float:
    """Weight of a request in the planning week that begins on ``monday``; 1 for a fresh letter."""
    policy = policy or AgeingPolicy()
    grown = (
        1.0
        + policy.per_week * weeks_waited(request, monday)
        + policy.per_carry_over * request.carried_over
        + policy.deadline_bonus * _nearness(request.deadline, monday, policy.deadline_weeks)
    )
    return round(min(grown, policy.most), 4)


def _nearness(deadline: dt.date | None, monday: dt.date, ahead: int) -> float:
    """From 0, ``ahead`` weeks before the deadline's week, to 1 in that week and after it."""
    if deadline is None:
        return 0.0
    weeks = (deadline - monday).days // 7
    return 1.0 if weeks <= 0 else max(0.0, 1.0 - weeks / max(ahead, 1))
