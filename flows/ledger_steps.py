"""The ledgers of the office, counted from its record; rows as a planner reads them."""

from data.ledgers.cards import CardLedger, card_ledger
from data.ledgers.kecamatan import KecamatanAccount, kecamatan_ledger
from data.ledgers.promises import Outcome, promise_ledger
from flows.workplace import Workplace

OUTCOMES = {
    Outcome.KEPT: "ditepati",
    Outcome.MOVED: "dipindah",
    Outcome.BROKEN: "tidak ditepati",
    Outcome.OPEN: "menunggu laporan",
}


def promise_rows(place: Workplace, week: str) -> list[dict[str, str]]:
    """Every date once announced for a week, and what became of it."""
    regency = place.office.regency_code
    with place.store() as store:
        versions = store.published_versions(regency, week)
        reports = store.reports(regency, week)
        closed = store.is_closed(regency, week)
    names = {request.id: request.institution for v in versions for request in v.requests}
    return [
        {
            "Tempat": names[promise.request],
            "Tanggal": f"{promise.date:%d-%m-%Y}",
            "Janji": OUTCOMES[promise.outcome],
            "Sebab": promise.reason,
        }
        for promise in promise_ledger([v.plan for v in versions], reports, closed)
    ]


def kecamatan_rows(place: Workplace, week: str) -> list[dict[str, str]]:
    """Each kecamatan's account as it stands before a week."""
    with place.store() as store:
        accounts = kecamatan_ledger(
            place.gazetteer.kecamatan,
            week,
            store.requests(),
            store.people_served(),
            store.sessions_held(before=week),
            {},
        )
    return [_account_row(account) for account in accounts]


def _account_row(account: KecamatanAccount) -> dict[str, str]:
    since = account.weeks_since_session
    return {
        "Kecamatan": account.name,
        "Diminta": str(account.asked),
        "Terlayani": str(account.served),
        "Di sesi Kenduren Mas": str(account.sessions),
        "Minggu sejak sesi": "belum tercatat" if since is None else str(since),
    }


def cards(place: Workplace, opening: int, capacity: int | None) -> CardLedger:
    """The backlog of unprinted cards; ``opening`` waited before the first recorded week."""
    regency = place.office.regency_code
    with place.store() as store:
        recorded, printed = store.cards_recorded(regency), store.cards_printed(regency)
    return card_ledger(opening, recorded, printed, capacity)
