"""Ledgers of an office after some weeks, for the papers of the sample week."""

import datetime as dt

from data.gazetteer import load_gazetteer
from data.ledgers.cards import card_ledger
from data.ledgers.causes import Cause, Reason
from data.ledgers.kecamatan import kecamatan_ledger
from data.ledgers.ledgers import Ledgers
from data.ledgers.promises import Outcome, Promise
from tests.data.itineraries.sample_week import HOSTILE, PLACES, record

WEEKS = ("2026-W46", "2026-W47", "2026-W48")
DAY = dt.date(2026, 11, 9)
REASONS = (
    Reason(Cause.TEAM_AWAY),
    Reason(Cause.REPORTED, "hujan lebat, jalan ke dusun tertutup longsor"),
    Reason(Cause.WITHDRAWN, HOSTILE),
    Reason(Cause.SILENCE),
)


def _promise(week: int, number: int) -> Promise:
    date, request = DAY + dt.timedelta(weeks=week, days=number % 5), f"R{number}"
    if number % 5:
        return Promise(request, date, Outcome.KEPT)
    reason = REASONS[(number + week) % 4]
    if reason.cause is Cause.TEAM_AWAY:
        return Promise(request, date, Outcome.MOVED, reason, (date + dt.timedelta(days=1),))
    return Promise(request, date, Outcome.BROKEN, reason)


def sample_ledgers() -> Ledgers:
    """Three weeks of promises, half the kecamatan served, a backlog that only capacity clears."""
    letters = [record(number) for number in range(1, len(PLACES) + 1)]
    served = {letter.id: letter.people * 2 // 3 for letter in letters[::2]}
    kecamatan = load_gazetteer().kecamatan
    held = {place.code: DAY + dt.timedelta(days=7 * (n % 3)) for n, place in enumerate(kecamatan)}
    return Ledgers(
        promises={
            week: tuple(_promise(index, number) for number in range(1, 21))
            for index, week in enumerate(WEEKS)
        },
        places={letter.id: letter.institution for letter in letters},
        kecamatan=kecamatan_ledger(
            kecamatan,
            "2026-W49",
            letters,
            served | {"KM-35.14.06": 87},
            dict(list(held.items())[4:]),
            {place.code: 9_000 for place in kecamatan[::3]},
        ),
        cards=card_ledger(
            "2026-W49",
            4_200,
            dict.fromkeys(WEEKS, 640),
            dict.fromkeys(WEEKS, 512),
            capacity=900,
        ),
    )
