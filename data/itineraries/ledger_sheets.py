"""The workbook's sheets of ledgers: promises not kept as given, and each kecamatan's account."""

from collections.abc import Iterator

from openpyxl.workbook import Workbook

from data.itineraries.language import Language
from data.itineraries.ledger_words import OUTCOMES, SIDES, promise_sentence
from data.itineraries.sheets import Column, Value, add_table
from data.itineraries.workbook_tables import date_format
from data.ledgers.ledgers import Ledgers


def add_ledgers(workbook: Workbook, ledgers: Ledgers, say: Language) -> None:
    """Add both sheets."""
    add_table(workbook, say("Janji"), _unkept_columns(say), _unkept_rows(ledgers, say))
    add_table(workbook, say("Kecamatan"), _account_columns(say), _account_rows(ledgers))


def _unkept_columns(say: Language) -> tuple[Column, ...]:
    return (
        Column(say("Lokasi"), 38),
        Column(say("Tanggal"), 20, format=date_format(say)),
        Column(say("Janji"), 16),
        Column(say("Dari pihak"), 22),
        Column(say("Sebab"), 60),
    )


def _unkept_rows(ledgers: Ledgers, say: Language) -> Iterator[tuple[Value, ...]]:
    for promise in ledgers.unkept():
        if promise.reason:
            words = say(OUTCOMES[promise.outcome]), say(SIDES[promise.reason.side])
            place = ledgers.places[promise.request]
            yield place, promise.date, *words, promise_sentence(promise, say)


def _account_columns(say: Language) -> tuple[Column, ...]:
    return (
        Column(say("Kecamatan"), 20),
        Column(say("Diminta"), 12, format="#,##0"),
        Column(say("Dilayani"), 12, format="#,##0"),
        Column(say("Di sesi Kenduren Mas"), 18, format="#,##0"),
        Column(say("Target kartu"), 15, format="#,##0"),
        Column(say("Terhadap target"), 12, format="0.0%"),
        Column(say("Minggu sejak sesi"), 15),
    )


def _account_rows(ledgers: Ledgers) -> Iterator[tuple[Value, ...]]:
    for account in ledgers.kecamatan:
        people = account.asked, account.served, account.sessions
        goal = account.target, account.share
        yield account.name, *people, *goal, account.weeks_since_session
