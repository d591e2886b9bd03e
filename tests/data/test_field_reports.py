import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from data.field_reports import FieldReport, after_report, unreported
from data.life_cycle import FOLLOWERS
from data.requests import Request, State
from tests.data.builders import DATES, MONDAY, request


def promised(*dates: dt.date, **columns) -> Request:
    return request(state=State.PROMISED, promised_dates=dates, **columns)


def states(asked: Request, served: int, date: dt.date = MONDAY) -> list[State]:
    return [step.state for step in after_report(asked, served, date)]


def test_leftovers_are_partly_served_and_carried_over():
    assert states(promised(MONDAY), 50) == [State.PARTLY_SERVED, State.CARRIED_OVER]


def test_another_promise_ahead_keeps_the_request_promised():
    (after,) = after_report(promised(MONDAY, DATES[2]), 50, MONDAY)
    assert (after.state, after.people_left, after.promised_dates) == (
        State.PROMISED,
        40,
        (DATES[2],),
    )


def test_the_last_visit_settles_it():
    (between,) = after_report(promised(MONDAY, DATES[2]), 50, MONDAY)
    assert states(between, 50, DATES[2]) == [State.PARTLY_SERVED, State.CARRIED_OVER]


def test_a_visit_to_nobody_is_a_broken_promise():
    (after,) = after_report(promised(MONDAY), 0, MONDAY)
    assert (after.state, after.carried_over) == (State.CARRIED_OVER, 1)


def test_a_withdrawn_request_stays_withdrawn():
    (after,) = after_report(request(state=State.WITHDRAWN), 90, MONDAY)
    assert (after.state, after.people_left) == (State.WITHDRAWN, 0)


@given(
    state=st.sampled_from(State),
    served=st.integers(0, 120),
    ahead=st.booleans(),
    date=st.sampled_from(DATES[:2]),
)
def test_every_step_is_legal_and_counts_the_people(state, served, ahead, date):
    asked = request(state=state, promised_dates=DATES[:3] if ahead else DATES[:1])
    steps = list(after_report(asked, served, date))
    for before, after in zip([asked, *steps], steps, strict=False):
        assert after.state is before.state or after.state in FOLLOWERS[before.state]
    assert steps[-1].people_left == max(0, asked.people - served)
    assert all(promise > date for promise in steps[-1].promised_dates)


def test_closing_breaks_a_promise_and_nothing_else():
    broken = unreported(promised(MONDAY), DATES)
    assert (broken.state, broken.promised_dates) == (State.CARRIED_OVER, ())
    for state in set(State) - {State.PROMISED}:
        asked = request(state=state)
        assert unreported(asked, DATES) == asked


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"served": -1}, "greater than or equal to 0"),
        ({"failed": 2}, "tulis sebabnya"),
        ({"started": dt.time(9), "ended": dt.time(9)}, "sesudah jam mulai"),
    ],
)
def test_a_report_that_cannot_be_is_refused(columns, message):
    base = {"date": MONDAY, "team": "T1", "request": "R1", "served": 3}
    with pytest.raises(ValidationError, match=message):
        FieldReport(**base | columns)
