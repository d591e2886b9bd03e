import datetime as dt
from collections import Counter

import pytest

from data.gazetteer import load_gazetteer
from data.ledgers.cards import card_ledger
from data.ledgers.causes import Cause, Reason, Side
from data.ledgers.kecamatan import kecamatan_ledger
from data.ledgers.ledgers import Ledgers
from data.ledgers.promises import Outcome, Promise
from tests.data.builders import DATES, WEEK, request

KEPT = Promise("R1", DATES[0], Outcome.KEPT)
MOVED = Promise("R1", DATES[1], Outcome.MOVED, Reason(Cause.TEAM_AWAY), (DATES[2],))
BROKEN = Promise("R2", DATES[2], Outcome.BROKEN, Reason(Cause.REPORTED, "hujan"))


def ledgers(promises=(), served=None, last=None, opening=0, printed=None) -> Ledgers:
    kecamatan = load_gazetteer().kecamatan
    accounts = kecamatan_ledger(kecamatan, WEEK, [request()], served or {}, last or {}, {})
    cards = card_ledger(WEEK, opening, {}, printed or {})
    return Ledgers({WEEK: tuple(promises)} if promises else {}, {}, accounts, cards)


def test_letters_alone_are_no_history():
    assert ledgers().empty


@pytest.mark.parametrize(
    "known",
    [
        {"promises": [KEPT]},
        {"served": {"R1": 5}},
        {"last": {"35.14.06": dt.date(2026, 11, 23)}},
        {"opening": 100},
        {"printed": {"2026-W48": 20}},
    ],
)
def test_whatever_happened_is_history(known):
    assert not ledgers(**known).empty


def test_promises_are_counted_by_week_outcome_and_side():
    whole = ledgers([KEPT, MOVED, BROKEN])
    assert list(whole.outcomes()) == [(WEEK, Counter(dict.fromkeys(list(Outcome)[:3], 1)))]
    assert whole.sides() == {Side.OFFICE: 1, Side.WAY: 1}


def test_the_newest_unkept_promise_is_told_first():
    assert ledgers([KEPT, MOVED, BROKEN]).unkept() == (BROKEN, MOVED)
