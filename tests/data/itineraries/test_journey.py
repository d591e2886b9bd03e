"""A duty joined with its records: legs, waiting, names."""

import numpy as np
import pytest

from data.itineraries.journey import in_order, journey
from optimizer.plan import Duty, Stop
from tests.data.itineraries.sample_week import DATES, DEPOT, book


def test_legs_follow_the_travel_matrix_and_add_up_to_the_duty() -> None:
    week = book()
    for duty in in_order(week):
        each = journey(week, duty)
        legs = [*(visit.leg for visit in each.visits), each.home]
        assert sum(leg.km for leg in legs) == pytest.approx(duty.km, abs=0.05)
        assert legs[-1].target == DEPOT
        assert all(leg.minutes == np.ceil(leg.minutes) for leg in legs)


def test_waiting_counts_working_minutes_only() -> None:
    stop = Stop("R1", 700, 790, 900, 30)
    duty = Duty(DATES[0], "T1", "V1", ("K1",), (stop,), 660, 940, 36.2)
    assert journey(book(), duty).visits[0].waiting == 30


def test_duties_come_by_date_then_team() -> None:
    order = [(duty.date, duty.team) for duty in in_order(book())]
    assert order == sorted(order)


def test_a_duty_without_stops_goes_nowhere() -> None:
    each = journey(book(), Duty(DATES[0], "T1", "V1", ("K1",), (), 420, 420, 0.0))
    assert each.visits == () and each.home.km == 0 and each.services == frozenset()


def test_a_missing_record_is_named() -> None:
    with pytest.raises(KeyError, match="R1"):
        journey(book(requests={}), in_order(book())[0])
