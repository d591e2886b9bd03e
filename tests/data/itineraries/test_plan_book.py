"""The plan book holds the whole week, in the office's language, and fetches nothing."""

import re

import pytest

from data.itineraries.plan_book import plan_book_html
from optimizer.plan import Plan
from tests.data.itineraries.sample_week import HOSTILE, book


@pytest.fixture(scope="module")
def html() -> str:
    return plan_book_html(book())


def test_dates_times_and_numbers_are_indonesian(html: str) -> None:
    assert "Senin, 30 November 2026" in html
    assert "11.40 WIB" in html
    assert "3.209" in html


def test_every_duty_and_every_site_left_out_is_there(html: str) -> None:
    week = book()
    assert html.count("<tbody data-date=") == len(week.plan.duties)
    for row in week.plan.unserved:
        assert f'data-site="{row.request}"' in html


def test_nothing_is_fetched(html: str) -> None:
    markup = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|href)=["'](?!#)""", markup)
    assert "url(" not in markup.replace("url(#", "")
    assert "default-src 'none'" in markup


def test_hostile_names_stay_text(html: str) -> None:
    assert HOSTILE not in html
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_a_week_without_duties_still_prints() -> None:
    empty = Plan("2026-W49", "feasible", 0, 0.0, None, 0.1)
    html = plan_book_html(book(plan=empty, warnings=()))
    assert "Semua permintaan terlayani." in html
    assert "Belum ada batas atas" in html
