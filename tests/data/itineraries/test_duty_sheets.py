"""Officer's sheets: one duty a page, every fact on it."""

from dataclasses import replace

import pypdfium2
import pytest

from data.itineraries.duty_sheets import duty_sheets_pdf
from optimizer.plan import Duty, Stop
from tests.data.itineraries.sample_week import DATES, LONG, PLACES, book, plan, record


@pytest.fixture(scope="module")
def pages() -> list[str]:
    pdf = pypdfium2.PdfDocument(duty_sheets_pdf(book()))
    return [sheet.get_textpage().get_text_range() for sheet in pdf]


def test_one_duty_a_page_in_order_of_date_and_team(pages: list[str]) -> None:
    assert len(pages) == len(book().plan.duties)
    assert "Senin, 30 November 2026" in pages[0] and "Tim 1" in pages[0]


def test_a_page_says_who_where_and_when(pages: list[str]) -> None:
    facts = ("Tim 2", "Kenduren Mas 2", "06.40 WIB", "SMAN 1 Bangil", "MA Beji", "07.30", "10.00")
    for fact in (*facts, "Kec. Bangil", "0812-0000-0012", "Wakil kepala kesiswaan", "PLN 1.300"):
        assert fact in pages[1]


def test_long_and_hostile_names_are_printed_whole(pages: list[str]) -> None:
    text = " ".join(" ".join(pages).split())
    assert "#panic()" in text and "<script>" in text
    assert LONG.split()[-1] in text and text.count("Nurul Hidayah") >= 4


def sheets_of(*stops: Stop, **changes: object) -> list[str]:
    duty = Duty(DATES[0], "T1", "V1", ("K1",), stops, 400, 950, 120.0)
    week = book(plan=replace(plan(), duties=(duty,)), **changes)
    pdf = pypdfium2.PdfDocument(duty_sheets_pdf(week))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf]


def test_no_page_cuts_a_stop_or_the_form() -> None:
    numbers = (3, 5, 1, 12, 15, 16, 8)
    stops = [Stop(f"R{n}", 420 + n, 430 + n, 440 + n, 30) for n in numbers]
    sheets = sheets_of(*stops)
    assert len(sheets) == 2
    for number in numbers:
        facts = (f"Jl. Raya {PLACES[number - 1][1]} No. {number}", f"0812-0000-{number:04d}")
        assert any(all(fact in sheet for fact in facts) for sheet in sheets)
    assert "Hasil lapangan" in sheets[1] and "Penerima di kantor" in sheets[1]


@pytest.mark.parametrize("numbers", [(3,), (1, 2, 4, 5), (3, 5, 2)])
def test_a_usual_duty_fits_on_one_page(numbers: tuple[int, ...]) -> None:
    stops = [Stop(f"R{n}", 420 + n, 430 + n, 440 + n, 30) for n in numbers]
    assert len(sheets_of(*stops)) == 1


def test_an_endless_note_is_shortened_on_paper() -> None:
    noted = record(1).model_copy(update={"note": "panjang " * 2000})
    stop = Stop("R1", 420, 430, 440, 30)
    (sheet,) = sheets_of(stop, requests={**book().requests, "R1": noted})
    assert "…" in sheet and sheet.count("panjang") < 60


def test_what_is_not_known_is_said_once() -> None:
    bare = record(1).model_copy(update={"power": None, "signal": None, "room": None})
    stop = Stop("R1", 420, 430, 440, 30)
    (sheet,) = sheets_of(stop, requests={**book().requests, "R1": bare})
    assert "Listrik, Sinyal, Ruang: belum diketahui, tanyakan" in sheet
