"""The week as a workbook: a summary, all visits, one sheet a team, and who is left out.

The yellow cells are the planner's to edit; ``data.edits`` reads them back. Hidden columns keep
what was planned, so an edit is whatever differs from them.
"""

import datetime as dt
from io import BytesIO

from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.itineraries.book import WeekBook
from data.itineraries.figures import figures, gap_sentence
from data.itineraries.journey import in_order, journey
from data.itineraries.language import Language, language
from data.itineraries.ledger_sheets import add_ledgers
from data.itineraries.ledger_words import card_sentences
from data.itineraries.sheets import Column, Value, add_table
from data.itineraries.wording import STATES, spoken
from data.itineraries.workbook_tables import (
    left_columns,
    left_rows,
    team_columns,
    team_rows,
    visit_columns,
    visit_rows,
)

KEEP, FORBID = "tetap", "larang"
HOW_TO_EDIT = (
    "Sel kuning boleh diubah: pindahkan kunjungan dengan mengganti tanggal, tim, atau jumlah "
    "orang; tulis 'tetap' agar kunjungan tidak digeser, 'larang' agar lokasi tidak dikunjungi "
    "pada tanggal itu; isi tanggal di lembar 'Belum terlayani' untuk memaksa kunjungan."
)
VISITS, LEFT_OUT = "Kunjungan", "Belum terlayani"
SUMMARY = "Ringkasan"


def workbook_xlsx(book: WeekBook) -> bytes:
    """The workbook of the week as the bytes of an .xlsx file."""
    say = language(book.lang, book.office.zone)
    journeys = tuple(journey(book, duty) for duty in in_order(book))
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    summary = Column(say("Minggu"), 32), Column(book.plan.week, 90)
    add_table(workbook, SUMMARY, summary, _summary(book, say))
    visits = add_table(workbook, VISITS, visit_columns(say), visit_rows(journeys))
    _choices(visits, book)
    left = add_table(workbook, LEFT_OUT, left_columns(say), left_rows(book, say))
    _dates_and_teams(left, book, "F", "G")
    for team in book.problem.teams:
        own = tuple(each for each in journeys if each.duty.team == team.id)
        add_table(workbook, book.teams[team.id], team_columns(say), team_rows(own))
    if book.ledgers and not book.ledgers.empty:
        add_ledgers(workbook, book.ledgers, say)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def identity(book: WeekBook) -> str:
    """What a workbook is of: regency, week and version."""
    return f"{book.problem.regency} {book.plan.week} {book.version}"


def _summary(book: WeekBook, say: Language) -> tuple[tuple[str, Value], ...]:
    totals = figures(book)
    return (
        (say("Kode buku kerja"), identity(book)),
        (say("Kantor"), f"{book.office.name}, {book.office.regency}"),
        (say("Versi"), f"{book.version} ({spoken(say, STATES, book.state)})"),
        (say("Orang dilayani"), say.number(totals.served)),
        (say("Orang meminta"), say.number(totals.asked)),
        (say("Janji ditepati"), f"{totals.kept} / {totals.promises}"),
        (say("Tugas"), say.number(totals.duties)),
        (say("Kunjungan"), say.number(totals.stops)),
        ("km", say.number(totals.km, 1)),
        (say("Mutu rencana"), gap_sentence(book, say)),
        (say("Waktu tempuh"), book.travel_note),
        (say("Kartu terekam yang belum dicetak"), _cards(book, say)),
        (say("Mengubah rencana"), say(HOW_TO_EDIT)),
    )


def _cards(book: WeekBook, say: Language) -> str | None:
    cards = book.ledgers.cards if book.ledgers else None
    if cards is None:
        return None
    return " ".join((f"{say.number(cards.waiting)}.", *card_sentences(cards, say)))


def _choices(sheet: Worksheet, book: WeekBook) -> None:
    _dates_and_teams(sheet, book, "D", "E")
    actions = DataValidation("list", formula1=f'"{KEEP},{FORBID}"', allow_blank=True)
    _validate(sheet, actions, "G")


def _dates_and_teams(sheet: Worksheet, book: WeekBook, dates: str, teams: str) -> None:
    first, last = map(_serial, book.span)
    within = DataValidation("date", operator="between", formula1=first, formula2=last)
    _validate(sheet, within, dates)
    names = ",".join(book.teams[team.id] for team in book.problem.teams)
    if len(names) <= 250 and '"' not in names:  # the longest list Excel accepts inline
        _validate(sheet, DataValidation("list", formula1=f'"{names}"', allow_blank=True), teams)


def _serial(date: dt.date) -> str:
    return str((date - dt.date(1899, 12, 30)).days)


def _validate(sheet: Worksheet, rule: DataValidation, column: str) -> None:
    rule.add(f"{column}2:{column}{max(2, sheet.max_row)}")
    sheet.add_data_validation(rule)
