"""A week without working days, and one without duties, print and say what they are."""

from io import BytesIO

import pypdfium2
import pytest
from openpyxl import load_workbook

from data.itineraries.book import WeekBook
from data.itineraries.duty_sheets import duty_sheets_pdf
from data.itineraries.official_letters import reply_pdf
from data.itineraries.papers import papers
from data.itineraries.plan_book import plan_book_html
from data.itineraries.whatsapp import messages_html
from data.itineraries.workbook import LEFT_OUT, workbook_xlsx
from optimizer.plan import Plan
from tests.data.itineraries.empty_week import REASON, holiday_week
from tests.data.itineraries.sample_week import book

IDLE = Plan("2026-W49", "feasible", 0, 0.0, None, 0.1)


@pytest.mark.parametrize("week", [holiday_week(), book(plan=IDLE)], ids=["holidays", "idle"])
def test_every_paper_is_printed_and_none_is_blank(week: WeekBook) -> None:
    printed = papers(week)
    assert printed.faults == ()
    paths = {paper.path for paper in printed.files}
    assert {"buku-rencana.html", "buku-kerja.xlsx", "surat/jawaban-R1.pdf"} <= paths
    assert not [path for path in paths if path.startswith(("lembar-tugas/", "ponsel", "kalender"))]


def test_the_plan_book_names_the_week_and_says_that_nobody_works() -> None:
    html = plan_book_html(holiday_week())
    assert "Senin, 8 Maret 2027 – Minggu, 14 Maret 2027" in html
    assert "Tidak ada hari kerja pada minggu ini." in html
    assert "Tidak ada tugas pada minggu ini." in html
    assert html.count(REASON) >= 22 and 'name="date"' not in html


def test_a_week_with_days_but_no_duties_is_not_called_a_holiday() -> None:
    html = plan_book_html(book(plan=IDLE))
    assert "Tidak ada tugas pada minggu ini." in html
    assert "Tidak ada hari kerja" not in html


def test_the_workbook_lists_every_letter_left() -> None:
    workbook = load_workbook(BytesIO(workbook_xlsx(holiday_week())))
    assert workbook[LEFT_OUT].max_row == 23


def test_the_reply_names_the_week_and_the_reason() -> None:
    pages = pypdfium2.PdfDocument(reply_pdf(holiday_week(), "R1"))
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "320 orang belum dapat kami layani" in text
    assert "8 Maret 2027 – 14 Maret 2027" in text and REASON in text


def test_the_sheet_of_no_duty_says_so() -> None:
    (page,) = pypdfium2.PdfDocument(duty_sheets_pdf(holiday_week()))
    text = page.get_textpage().get_text_range()
    assert "2027-W10" in text and "Tidak ada tugas pada minggu ini." in text


def test_nobody_to_tell_is_said() -> None:
    html = messages_html(holiday_week())
    assert "Tidak ada pesan untuk minggu ini." in html
    assert "Tidak ada pesan" not in messages_html(book())
