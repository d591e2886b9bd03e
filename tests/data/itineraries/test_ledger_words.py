"""The ledgers in the plan book and in the workbook, and what they say."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from data.itineraries.language import language
from data.itineraries.ledger_words import CAUSES, OUTCOMES, SIDES, card_sentences
from data.itineraries.plan_book import plan_book_html
from data.itineraries.workbook import workbook_xlsx
from data.ledgers.cards import card_ledger
from data.ledgers.causes import Cause, Side
from data.ledgers.promises import Outcome
from tests.data.itineraries.sample_ledgers import sample_ledgers
from tests.data.itineraries.sample_week import HOSTILE, book
from tests.data.ledgers.test_ledgers import ledgers

SAY = language("id")
FIRST_WEEK = "Belum ada riwayat"


def said(waiting: int, recorded: int, printed: int, capacity: int | None = None) -> str:
    weeks = {"2026-W48": recorded}, {"2026-W48": printed}
    opening = waiting - recorded + printed
    return " ".join(card_sentences(card_ledger("2026-W49", opening, *weeks, capacity), SAY))


@pytest.mark.parametrize(
    ("rates", "sentence"),
    [
        ((1000, 500, 600), "Dengan laju sekarang tunggakan habis dalam 10 minggu."),
        ((1000, 500, 400), "Dengan laju sekarang tunggakan bertambah 100 kartu seminggu."),
        ((1000, 500, 500), "Dengan laju sekarang tunggakan tidak berkurang."),
        ((0, 500, 500), "Dengan laju sekarang tidak ada tunggakan."),
        ((1000, 500, 500, 700), "Dengan kemampuan penuh tunggakan habis dalam 5 minggu."),
    ],
)
def test_the_fate_of_the_backlog(rates: tuple[int, ...], sentence: str) -> None:
    assert sentence in said(*rates)


def test_every_code_has_its_word() -> None:
    assert (set(OUTCOMES), set(SIDES), set(CAUSES)) == (set(Outcome), set(Side), set(Cause))


@pytest.mark.parametrize("none", [None, ledgers()], ids=["not asked", "nothing yet"])
def test_the_first_week_says_so_in_a_sentence_and_shows_no_table(none: object) -> None:
    html = plan_book_html(book(ledgers=none))
    assert FIRST_WEEK in html
    assert "Janji per minggu" not in html
    assert "Kecamatan" not in load_workbook(BytesIO(workbook_xlsx(book(ledgers=none)))).sheetnames


def test_promises_kecamatan_and_cards_stand_in_the_book() -> None:
    html = plan_book_html(book(ledgers=sample_ledgers()))
    assert FIRST_WEEK not in html
    for words in ("longsor", "tim berhalangan; menjadi", "jalan atau cuaca", "Target kartu"):
        assert words in html
    assert "dari kemampuan 900" in html and "habis dalam" in html
    assert HOSTILE not in html


def test_promises_and_kecamatan_stand_in_the_workbook() -> None:
    whole = sample_ledgers()
    workbook = load_workbook(BytesIO(workbook_xlsx(book(ledgers=whole))))
    assert workbook["Janji"].max_row == 1 + len(whole.unkept())
    assert workbook["Kecamatan"].max_row == 1 + len(whole.kecamatan)
    summary = [row[1].value for row in workbook["Ringkasan"].iter_rows()]
    assert any("habis dalam" in str(value) for value in summary)
