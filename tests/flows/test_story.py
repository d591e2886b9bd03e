"""Three consecutive weeks of one office, through all flows.

A real Prefect server, the store on a real PostgreSQL, and a clock that the story moves.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from data.requests import State
from flows.workplace import Workplace
from tests.data.store.conftest import new_database, postgresql
from tests.flows.accounts import Book, assert_all_adds_up
from tests.flows.people import hand_in_workbook, send_mail
from tests.flows.story_plans import (
    first_session,
    newest,
    orders_to_be_given,
    request,
    still_to_be_told,
    visited,
    weight,
)
from tests.flows.story_steps import (
    all_came,
    approved_and_published,
    everybody_is_told,
    form_is_filled_in,
    letters_are_gathered,
    nobody_came,
    nothing_told,
    planner_forbids,
    report_is_typed,
    reports_are_imported,
    vehicle_breaks_down,
    village_cancels,
    week_is_closed,
    week_is_planned,
    withdraws,
)

__all__ = ["new_database", "postgresql"]

W49, W50, W51 = WEEKS = ("2026-W49", "2026-W50", "2026-W51")
HEADER = (
    "Nomor Surat;Tanggal Surat;Nama Lembaga;Jenis Lembaga;Kecamatan;Desa;Jumlah Orang;"
    "Tanggal yang diharapkan"
)
KEJAYAN = "421/001/2026;16-11-2026;SMAN 1 Kejayan;Sekolah;Kejayan;Kejayan;120;30-11-2026"
GERBO = "421/002/2026;17-11-2026;Kantor Desa Gerbo;Desa;Purwodadi;Gerbo;45;1-12-2026"
PURWOSARI = "421/003/2026;17-11-2026;SMKN 1 Purwosari;Sekolah;Purwosari;Purwosari;90;2-12-2026"
WONOSARI = "421/004/2026;18-11-2026;Kantor Desa Wonosari;Desa;Tutur;Wonosari;60;3-12-2026"
BANGIL = "421/005/2026;19-11-2026;SMAN 1 Bangil;Sekolah;Bangil;Kauman;150;3-12-2026"
FIRST = (KEJAYAN, GERBO, PURWOSARI, WONOSARI, BANGIL)
BALEDONO = "421/006/2026;1-12-2026;Kantor Desa Baledono;Desa;Tosari;Baledono;70;9-12-2026"
WONOREJO = "421/007/2026;1-12-2026;Kantor Desa Wonorejo;Desa;Wonorejo;Wonorejo;80;10-12-2026"
SLADI = "421/008/2026;8-12-2026;Kantor Desa Sladi;Desa;Kejayan;Sladi;55;15-12-2026"

WEDNESDAY, THURSDAY = dt.date(2026, 12, 2), dt.date(2026, 12, 3)
WEDNESDAY_AFTER = dt.date(2026, 12, 9)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("prefect_server")]


@pytest.fixture
def at(
    office: Path, new_database: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Moves the clock of an office with PostgreSQL."""
    monkeypatch.setenv("JEMPUTBOLA_DATABASE_URL", new_database("postgresql"))
    monkeypatch.setenv("JEMPUTBOLA_SOLVE_SECONDS", "2")

    def move(moment: str) -> None:
        now = dt.datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Asia/Jakarta"))
        monkeypatch.setattr(Workplace, "now", lambda place: now)

    return move


def test_three_weeks_of_an_office(at: Callable[[str], None], office: Path):
    book, letters = Book(), office / "surat"

    at("2026-11-27 06:30")
    hand_in_workbook(letters / "pertama.xlsx", KEJAYAN, GERBO, PURWOSARI, WONOSARI, header=HEADER)
    send_mail(letters / "bangil.eml", BANGIL, header=HEADER)
    assert letters_are_gathered() == 5
    at("2026-11-27 13:00")
    forbidden = first_session(week_is_planned(W49))
    planner_forbids(W49, *forbidden)
    assert forbidden not in approved_and_published(book, f"{W49}/2")
    everybody_is_told(W49)
    approved_and_published(book, f"{W49}/2")
    assert still_to_be_told(W49) == set()

    at("2026-12-02 06:00")
    changed = vehicle_breaks_down(W49)
    approved_and_published(book, f"{W49}/3")
    assert still_to_be_told(W49) == changed
    assert orders_to_be_given(W49)
    at("2026-12-02 17:00")
    absent, *_ = visited(W49, *FIRST, until=WEDNESDAY)
    form_is_filled_in(book, W49, {absent: nobody_came}, until=WEDNESDAY)
    reports_are_imported()
    at("2026-12-04 06:30")
    hand_in_workbook(letters / "kedua.xlsx", BALEDONO, WONOREJO, header=HEADER)
    letters_are_gathered()
    at("2026-12-04 13:00")
    assert weight(absent, week_is_planned(W50)) >= weight(absent, newest(W49)) + 0.25
    assert request(absent).carried_over == 1
    approved_and_published(book, f"{W50}/1")

    at("2026-12-07 16:00")
    silent, corrected, *_ = visited(W49, *FIRST, since=THURSDAY)
    form_is_filled_in(book, W49, {absent: nobody_came, silent: nothing_told})
    assert not week_is_closed()
    at("2026-12-08 16:00")
    assert week_is_closed(without_reports=True)
    assert request(silent).state is State.CARRIED_OVER
    at("2026-12-09 08:00")
    for late in (silent, corrected):
        report_is_typed(book, W49, late, all_came)
        assert request(late).people_left == request(late).people - book.served(request(late).id)
    cancelled, *_ = visited(W50, BALEDONO, WONOREJO, since=WEDNESDAY_AFTER)
    village_cancels(W50, cancelled)
    approved_and_published(book, f"{W50}/2")
    assert request(cancelled).state is State.CARRIED_OVER

    at("2026-12-11 13:00")
    withdraws(cancelled)
    send_mail(letters / "sladi.eml", SLADI, header=HEADER)
    week_is_planned(W51)
    approved_and_published(book, f"{W51}/1")
    at("2026-12-14 16:00")
    form_is_filled_in(book, W50, {})
    assert week_is_closed()
    at("2026-12-21 16:00")
    form_is_filled_in(book, W51, {})
    assert week_is_closed()

    assert_all_adds_up(book, WEEKS)
