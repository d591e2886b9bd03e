import pytest

from data.ledgers.cards import card_ledger

WEEKS = [f"2026-W{n}" for n in range(40, 50)]


def test_the_backlog_is_what_was_recorded_and_not_printed():
    ledger = card_ledger(70_000, {"2026-W48": 900}, {"2026-W48": 400, "2026-W49": 600})
    assert ledger.waiting == 69_900
    assert (ledger.recorded_weekly, ledger.printed_weekly) == (450.0, 500.0)


@pytest.mark.parametrize(
    ("printed", "weeks"), [(600, 10), (500, None), (400, None)], ids=["shrinks", "stands", "grows"]
)
def test_the_forecast_goes_on_at_the_pace_of_the_last_weeks(printed, weeks):
    recorded, done = dict.fromkeys(WEEKS, 500), dict.fromkeys(WEEKS, printed)
    opening = 1_000 + 10 * (printed - 500)
    ledger = card_ledger(opening, recorded, done)
    assert (ledger.waiting, ledger.weeks_to_clear) == (1_000, weeks)


def test_a_known_capacity_replaces_the_pace():
    ledger = card_ledger(1_000, {"2026-W49": 100}, {}, capacity=320)
    assert ledger.weeks_to_clear == 5
    assert "habis dalam 5 minggu" in ledger.sentence


def test_only_the_last_weeks_make_the_pace():
    recorded = dict.fromkeys(WEEKS[:2], 9_000) | dict.fromkeys(WEEKS[2:], 100)
    assert card_ledger(0, recorded, {}).recorded_weekly == 100


def test_no_backlog_needs_no_forecast():
    ledger = card_ledger(100, {}, {"2026-W49": 150})
    assert (ledger.waiting, ledger.weeks_to_clear) == (0, 0)
    assert ledger.sentence == "Tidak ada kartu yang menunggu dicetak."
