"""Clock arithmetic of the checker: a day is counted out minute by minute."""

from collections.abc import Iterable

import numpy as np

from optimizer.problem import Day


def working_minutes(day: Day, begin: int, end: int) -> int:
    """How many of the minutes from ``begin`` up to ``end`` lie outside the day's breaks."""
    works = np.ones(day.minutes, dtype=bool)
    for pause in day.breaks:
        works[pause.open : pause.close] = False
    return int(np.count_nonzero(works[begin:end]))


def inside_break(day: Day, minute: int) -> bool:
    """Whether a time lies strictly inside a break."""
    return any(minute in range(pause.open + 1, pause.close) for pause in day.breaks)


def within_day(day: Day, times: Iterable[int]) -> bool:
    """Whether all times are of this one day."""
    return all(0 <= time < day.minutes for time in times)


def clock_text(minute: int) -> str:
    """A time of day as it is printed, with a dot as in Indonesian papers."""
    hours, minutes = divmod(minute, 60)
    return f"{hours:02}.{minutes:02}"
