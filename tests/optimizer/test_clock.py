"""Clock and working minutes: two axes, the breaks between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.check.minutes import inside_break, working_minutes
from optimizer.clock import Span, WorkingClock, format_clock, parse_clock
from optimizer.problem import Day
from tests.optimizer.builders import MONDAY, span
from tests.optimizer.strategies import MINUTES, days

NOON = WorkingClock.of([span("12:00", "13:00")])


@pytest.mark.parametrize(("text", "minute"), [("00:00", 0), ("07:05", 425), ("23:59", 1439)])
def test_parse_and_format(text: str, minute: int):
    assert parse_clock(text) == minute
    assert format_clock(minute) == text


@pytest.mark.parametrize(
    "text", ["", "7:00", "07:60", "24:00", "07.00", "07:0", "-7:00", "07:00:00", "٠٧:٠٠", "ab:cd"]
)
def test_no_time_of_day(text: str):
    with pytest.raises(ValueError, match="not a time of day"):
        parse_clock(text)


@pytest.mark.parametrize("minute", [-1, 1440])
def test_no_clock_shows_a_minute_of_another_day(minute: int):
    with pytest.raises(ValueError, match="no time of day"):
        format_clock(minute)


@pytest.mark.parametrize(("opens", "closes"), [(-1, 5), (6, 5)])
def test_a_span_begins_after_midnight_and_before_it_ends(opens: int, closes: int):
    with pytest.raises(ValueError, match="no span of a day"):
        Span(opens, closes)


@pytest.mark.parametrize(
    ("clock", "working"), [(0, 0), (719, 719), (720, 720), (750, 720), (780, 720), (781, 721)]
)
def test_working_minute_of_a_clock_minute(clock: int, working: int):
    assert NOON.working(clock) == working


@pytest.mark.parametrize(
    ("working", "earliest", "latest"), [(719, 719, 719), (720, 720, 780), (721, 781, 781)]
)
def test_the_break_is_one_working_minute_with_two_ends(working: int, earliest: int, latest: int):
    assert NOON.earliest_clock(working) == earliest
    assert NOON.latest_clock(working) == latest


def test_breaks_come_in_any_order_and_may_touch():
    clock = WorkingClock.of([span("13:00", "14:00"), span("12:00", "13:00")])
    assert clock.working(840) == 720
    assert (clock.earliest_clock(720), clock.latest_clock(720)) == (720, 840)


@given(days(MONDAY), MINUTES, MINUTES)
def test_agrees_with_counting_minutes(day: Day, one: int, other: int):
    begin, end = sorted((one, other))
    assert day.clock.working(end) - day.clock.working(begin) == working_minutes(day, begin, end)


@given(days(MONDAY), st.integers(0, 1439))
def test_there_and_back(day: Day, working: int):
    clock = day.clock
    earliest, latest = clock.earliest_clock(working), clock.latest_clock(working)
    assert earliest <= latest
    assert clock.working(earliest) == working == clock.working(latest)
    assert not inside_break(day, earliest)
    assert not inside_break(day, latest)
