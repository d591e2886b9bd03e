import datetime as dt

from data.promises import broken, promised
from data.requests import State
from data.weekdays import dates_of_week
from tests.data.store.builders import letter

WEEK = dates_of_week("2026-W49")
LATER = dt.date(2026, 12, 8)


def test_dates_of_the_week_replace_those_promised_before():
    request = letter(state=State.PROMISED, promised_dates=(WEEK[0], LATER))
    after = promised(request, {WEEK[3], WEEK[1]}, WEEK)
    assert after.promised_dates == (WEEK[1], WEEK[3], LATER)
    assert after.state is State.PROMISED


def test_a_broken_promise_is_counted_and_carried_over():
    after = broken(letter(state=State.PROMISED, promised_dates=(WEEK[0],)), WEEK)
    assert (after.state, after.promised_dates, after.carried_over) == (State.CARRIED_OVER, (), 1)


def test_a_promise_of_another_week_keeps_the_request_promised():
    after = broken(letter(state=State.PROMISED, promised_dates=(WEEK[0], LATER)), WEEK)
    assert (after.state, after.promised_dates) == (State.PROMISED, (LATER,))
