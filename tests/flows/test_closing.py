import datetime as dt
from pathlib import Path

import pytest

from config.settings import Settings
from data.requests import State
from data.store import Store, StoreError, open_store
from flows.workplace import Workplace
from tests.flows.people import hand_in_form
from tests.flows.weeks import MONDAY, WEEK, first_letter, published_week

pytestmark = pytest.mark.usefixtures("prefect_server")


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the day of the only visit."""
    is_now(monkeypatch, MONDAY)


def is_now(monkeypatch: pytest.MonkeyPatch, date: dt.date) -> None:
    now = dt.datetime.combine(date, dt.time(16), tzinfo=dt.timezone(dt.timedelta(hours=7)))
    monkeypatch.setattr(Workplace, "now", lambda place: now)


def store() -> Store:
    return open_store(Settings().store_url)


def close(**form: object) -> bool:
    from flows.closing import close_week

    return close_week({"week": WEEK, **form})


def test_those_left_over_wait_again_and_the_week_is_closed(office: Path):
    stored = published_week(people=60)
    hand_in_form(stored, "a.csv", "50;8;2;sidik jari aus;08.05;11.40")
    assert close()
    with store() as opened:
        request = opened.request(first_letter(stored.problem))
    assert (request.people_left, request.state) == (70, State.CARRIED_OVER)
    assert request.promised_dates == ()


def test_a_week_with_missing_reports_stays_open_unless_told(office: Path):
    stored = published_week()
    assert not close()
    with store() as opened:
        assert opened.request(first_letter(stored.problem)).state is State.PROMISED
    assert close(without_reports=True)
    with store() as opened:
        request = opened.request(first_letter(stored.problem))
    assert (request.state, request.carried_over) == (State.CARRIED_OVER, 1)


def test_a_late_and_a_corrected_report_are_counted_once(office: Path):
    stored = published_week()
    close(without_reports=True)
    hand_in_form(stored, "1.csv", "50;10;0;;;")
    assert close()
    hand_in_form(stored, "2.csv", "55;5;0;;;")
    assert close()
    with store() as opened:
        assert opened.request(first_letter(stored.problem)).people_left == 65
        assert len(opened.reports("35.14", WEEK)) == 1


def test_a_bad_form_stops_no_other(office: Path):
    stored = published_week()
    hand_in_form(stored, "a.csv", "banyak;0;0;;;")
    (Settings().var / "laporan" / "b.xlsx").write_bytes(b"bukan buku kerja")
    hand_in_form(stored, "c.csv", "60;0;0;;;")
    assert close()


def test_an_unpublished_week_is_not_closed(office: Path):
    with pytest.raises(StoreError, match="belum punya rencana terbit"):
        close()


def test_the_schedule_has_nothing_to_close_where_no_plan_was_published(office: Path):
    from flows.closing import close_week

    assert close_week() is False


def test_a_week_with_visits_to_come_is_not_closed(office: Path, monkeypatch: pytest.MonkeyPatch):
    stored = published_week()
    is_now(monkeypatch, MONDAY - dt.timedelta(days=1))
    with pytest.raises(StoreError, match=r"kunjungan sampai 30-11-2026.*belum"):
        close(without_reports=True)
    with store() as opened:
        assert opened.request(first_letter(stored.problem)).state is State.PROMISED
    hand_in_form(stored, "a.csv", "60;0;0;;;")
    assert close()
