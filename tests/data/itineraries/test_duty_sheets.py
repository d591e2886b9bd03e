"""Officer's sheets: one duty a page, every fact on it."""

import pypdfium2
import pytest

from data.itineraries.duty_sheets import duty_sheets_pdf
from tests.data.itineraries.sample_week import LONG, book


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
