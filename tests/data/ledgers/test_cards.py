from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ledgers.cards import Forecast, card_ledger, forecast

WEEKS = [f"2026-W{n}" for n in range(40, 50)]
NEXT = "2026-W50"


@pytest.mark.parametrize(
    ("waiting", "coming", "going", "weeks"),
    [
        (0, 0, 0, 0),
        (0, 100, 100, 0),
        (0, 100, 200, 0),
        (0, 101, 100, None),
        (1_000, 500, 600, 10),
        (1_001, 500, 600, 11),
        (1_000, 500, 500, None),
        (1_000, 500, 400, None),
        (1_000, 500, 0, None),
        (1_000, 0, 0, None),
        (3, Fraction(1, 10), Fraction(2, 5), 10),
    ],
)
def test_weeks_until_nothing_waits(waiting, coming, going, weeks):
    assert forecast(waiting, coming, going) == Forecast(weeks, Fraction(coming) - Fraction(going))


rates = st.fractions(0, 1_000, max_denominator=8)


@given(st.integers(0, 100_000), rates, rates)
def test_a_forecast_is_the_first_week_in_which_nothing_waits(waiting, coming, going):
    found = forecast(waiting, coming, going)
    if found.weeks is None:
        assert found.growth > 0 or (found.growth == 0 and waiting)
    else:
        assert (
            waiting + found.weeks * found.growth
            <= 0
            < waiting + (found.weeks - 1) * (found.growth or -1) + (waiting == 0)
        )


def test_the_backlog_is_what_was_recorded_and_not_printed():
    ledger = card_ledger(NEXT, 70_000, {"2026-W48": 900}, {"2026-W48": 400, "2026-W49": 600})
    assert ledger.waiting == 69_900
    assert (ledger.recorded_weekly, ledger.printed_weekly) == (450, 500)


def test_the_forecast_goes_on_at_the_pace_of_the_last_weeks():
    ledger = card_ledger(NEXT, 2_000, dict.fromkeys(WEEKS, 500), dict.fromkeys(WEEKS, 600))
    assert (ledger.waiting, ledger.at_present.weeks, ledger.at_capacity) == (1_000, 10, None)


def test_capacity_is_a_second_forecast():
    ledger = card_ledger(NEXT, 1_000, {"2026-W49": 100}, {}, capacity=320)
    assert (ledger.at_present.weeks, ledger.at_present.growth) == (None, 100)
    assert ledger.at_capacity is not None and ledger.at_capacity.weeks == 5


def test_no_capacity_at_all_never_clears():
    ledger = card_ledger(NEXT, 1_000, {}, {}, capacity=0)
    assert ledger.at_capacity == Forecast(None, Fraction(0))


def test_only_the_last_full_weeks_make_the_pace():
    recorded = dict.fromkeys(WEEKS[:2], 9_000) | dict.fromkeys(WEEKS[2:], 100) | {NEXT: 7_000}
    ledger = card_ledger(NEXT, 0, recorded, {})
    assert (ledger.recorded_weekly, ledger.waiting) == (100, 25_800)


def test_a_week_in_which_nothing_happened_counts_too():
    assert card_ledger(NEXT, 0, {"2026-W46": 80, "2026-W49": 40}, {}).recorded_weekly == 30


def test_more_printed_than_known_of_leaves_no_backlog():
    ledger = card_ledger(NEXT, 100, {}, {"2026-W49": 150})
    assert (ledger.waiting, ledger.at_present.weeks) == (0, 0)
