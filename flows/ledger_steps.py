"""The ledgers of the office, counted from its record; rows as a planner reads them."""

from collections.abc import Iterable, Sequence
from itertools import chain

from data.itineraries.language import language
from data.itineraries.ledger_words import OUTCOMES, SIDES, card_sentences, promise_sentence
from data.ledgers.cards import WEEKS_LOOKED_BACK, CardLedger, card_ledger
from data.ledgers.kecamatan import KecamatanAccount, kecamatan_ledger
from data.ledgers.ledgers import Ledgers
from data.ledgers.promises import Promise, WeekRecord, promise_ledger
from data.store import Store, StoredPlan
from data.weekdays import week_of
from flows.workplace import Workplace

PRINTED = language("id")


def ledgers(place: Workplace, week: str) -> Ledgers:
    """All ledgers as the plan book of a week prints them: the last weeks up to it."""
    regency = place.office.regency_code
    with place.store() as store:
        weeks = [past for past in store.published_weeks(regency) if past <= week]
        records = {
            past: store.published_versions(regency, past) for past in weeks[-WEEKS_LOOKED_BACK:]
        }
        return Ledgers(
            promises={past: promises(store, versions) for past, versions in records.items()},
            places=_places(chain.from_iterable(records.values())),
            kecamatan=accounts(place, store, week),
            cards=cards(place, store, week),
        )


def _places(versions: Iterable[StoredPlan]) -> dict[str, str]:
    return {request.id: request.institution for v in versions for request in v.requests}


def promises(store: Store, versions: Sequence[StoredPlan]) -> tuple[Promise, ...]:
    """Every date that the published versions of one week announced, and what became of it."""
    if not versions:
        return ()
    regency, week = versions[-1].regency, versions[-1].week
    record = WeekRecord(
        versions=[(version.problem, version.plan) for version in versions],
        reports=store.reports(regency, week),
        closed=store.is_closed(regency, week),
        withdrawn=store.withdrawals(_places(versions).keys()),
    )
    return promise_ledger(record)


def promise_rows(place: Workplace, week: str) -> list[dict[str, str]]:
    """The week's promises for a terminal."""
    with place.store() as store:
        versions = store.published_versions(place.office.regency_code, week)
        found = promises(store, versions)
    names = _places(versions)
    return [
        {
            "Tempat": names[promise.request],
            "Tanggal": f"{promise.date:%d-%m-%Y}",
            "Janji": OUTCOMES[promise.outcome],
            "Sebab": promise_sentence(promise, PRINTED),
            "Dari pihak": SIDES[promise.reason.side] if promise.reason else "",
        }
        for promise in found
    ]


def accounts(place: Workplace, store: Store, week: str) -> tuple[KecamatanAccount, ...]:
    """Each kecamatan's account; weeks since its session are counted to a week."""
    regency = place.office.regency_code
    return kecamatan_ledger(
        place.gazetteer.kecamatan,
        week,
        store.requests(),
        store.people_served(regency),
        store.sessions_held(regency, before=week),
        place.targets,
    )


def kecamatan_rows(place: Workplace, week: str) -> list[dict[str, str]]:
    """The accounts for a terminal."""
    with place.store() as store:
        return [_account_row(account) for account in accounts(place, store, week)]


def _account_row(account: KecamatanAccount) -> dict[str, str]:
    since, target, share = account.weeks_since_session, account.target, account.share
    return {
        "Kecamatan": account.name,
        "Diminta": str(account.asked),
        "Terlayani": str(account.served),
        "Di sesi Kenduren Mas": str(account.sessions),
        "Target kartu": "" if target is None else str(target),
        "Terhadap target": "" if share is None else PRINTED.percent(share),
        "Minggu sejak sesi": "belum tercatat" if since is None else str(since),
    }


def cards(place: Workplace, store: Store, week: str, capacity: int | None = None) -> CardLedger:
    """The backlog of unprinted cards, at the pace of the weeks before one.

    Parameters
    ----------
    capacity
        Cards that could be printed a week, instead of what the office's file says.
    """
    regency, settings = place.office.regency_code, place.office.cards
    recorded, printed = store.cards_recorded(regency), store.cards_printed(regency)
    most = settings.weekly_capacity if capacity is None else capacity
    return card_ledger(week, settings.unprinted, recorded, printed, most)


def card_lines(place: Workplace, capacity: int | None = None) -> tuple[str, ...]:
    """The backlog as it stands today, in sentences."""
    with place.store() as store:
        ledger = cards(place, store, week_of(place.now().date()), capacity)
    waiting = f"{ledger.waiting} kartu menunggu dicetak."
    return waiting, *card_sentences(ledger, PRINTED)
