"""Two languages: every message translated, dates and numbers by locale."""

import datetime as dt
import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from babel.messages.pofile import read_po

from data.itineraries.duty_sheets import duty_sheets_pdf
from data.itineraries.language import CATALOGUES, language
from data.itineraries.plan_book import plan_book_html
from data.itineraries.whatsapp import site_messages
from tests.data.itineraries.messages import all_messages
from tests.data.itineraries.sample_week import book


def catalogue(path: Path) -> dict[str, str]:
    entries = read_po(BytesIO(path.read_bytes()))
    return {str(entry.id): str(entry.string) for entry in entries if entry.id}


def test_every_message_is_translated_and_nothing_else() -> None:
    assert catalogue(CATALOGUES / "en.po").keys() == all_messages()
    assert all(catalogue(CATALOGUES / "en.po").values())


def test_translations_keep_the_fields() -> None:
    field = re.compile(r"{\w+}")
    for message, translation in catalogue(CATALOGUES / "en.po").items():
        assert sorted(field.findall(message)) == sorted(field.findall(translation))


def test_dates_times_and_numbers_by_locale() -> None:
    monday = dt.date(2026, 11, 30)
    indonesian, english = language("id"), language("en")
    assert indonesian.date(monday) == "Senin, 30 November 2026"
    assert english.date(monday) == "Monday, 30 November 2026"
    assert (indonesian.time(480), english.time(480)) == ("08.00 WIB", "08:00 WIB")
    assert (indonesian.number(1250), english.number(1250)) == ("1.250", "1,250")
    assert (indonesian.number(12.44, 1), indonesian.percent(0.0045)) == ("12,4", "0,4 %")


def test_another_zone_is_printed() -> None:
    assert language("id", "WITA").time(480) == "08.00 WITA"


def test_an_unknown_language_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match="id, en"):
        language("jv")


def test_a_message_with_braces_in_its_values_is_safe() -> None:
    assert language("id")("{people} orang", people="{0.__class__}") == "{0.__class__} orang"


def test_papers_in_english() -> None:
    week = book(lang="en", state="published")
    assert "Monday, 30 November 2026" in plan_book_html(week)
    sheet = pypdfium2.PdfDocument(duty_sheets_pdf(week))[0].get_textpage().get_text_range()
    assert "Check before leaving" in sheet and "06:40 WIB" in sheet
    assert "Please prepare" in site_messages(week)[0].text


def test_no_indonesian_words_left_on_an_english_sheet() -> None:
    pages = pypdfium2.PdfDocument(duty_sheets_pdf(book(lang="en")))
    words = set(re.findall(r"[a-z]+", pages[0].get_textpage().get_text_range().lower()))
    assert words.isdisjoint({"berangkat", "tiba", "mulai", "selesai", "orang", "menit", "catatan"})
