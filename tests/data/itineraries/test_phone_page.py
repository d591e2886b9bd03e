"""The phone page: everything of one duty, small, without scripts."""

import pytest

from data.itineraries.journey import in_order, journey
from data.itineraries.phone_page import phone_page_html
from data.requests import Contact
from tests.data.itineraries.sample_week import HOSTILE, book, record


@pytest.fixture(scope="module")
def pages() -> list[str]:
    week = book()
    return [phone_page_html(week, journey(week, duty)) for duty in in_order(week)]


def test_small_and_without_scripts(pages: list[str]) -> None:
    assert max(len(page.encode()) for page in pages) < 150_000
    assert not [page for page in pages if "<script" in page or "src=" in page]


def test_call_and_navigate_for_each_stop(pages: list[str]) -> None:
    assert 'href="tel:+6281200000012"' in pages[1] and 'href="tel:+6281200000011"' in pages[1]
    assert pages[1].count("https://www.google.com/maps/dir/") == 3  # two stops and home


def test_says_what_the_officer_must_know(pages: list[str]) -> None:
    for fact in ("06.40 WIB", "07.30", "SMAN 1 Bangil", "PLN 1.300 watt", "Kenduren Mas 2"):
        assert fact in pages[1]


def test_hostile_names_stay_text(pages: list[str]) -> None:
    assert HOSTILE not in "".join(pages)
    assert "&lt;script&gt;" in "".join(pages)


def test_a_site_without_telephone_has_no_call_button() -> None:
    silent = record(12).model_copy(update={"contact": Contact(role="Kepala sekolah")})
    week = book(requests={**book().requests, "R12": silent})
    page = phone_page_html(week, journey(week, in_order(week)[1]))
    assert "tel:+6281200000012" not in page and "Kepala sekolah" in page
