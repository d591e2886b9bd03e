"""Schedules whose PC was off run late, for the week they were meant for."""

import datetime as dt

import pytest

WIB = dt.timezone(dt.timedelta(hours=7))
FRIDAY = dt.datetime(2026, 11, 27, 13, tzinfo=WIB)
MONDAY = dt.datetime(2026, 11, 30, 7, tzinfo=WIB)
TUESDAY = dt.datetime(2026, 12, 1, 7, tzinfo=WIB)

pytestmark = pytest.mark.usefixtures("prefect_server")


def is_late_by(late: dt.timedelta, patch: pytest.MonkeyPatch) -> None:
    from prefect.runtime import flow_run

    scheduled = dt.datetime.now(dt.UTC) - late
    patch.setattr(flow_run, "scheduled_start_time", scheduled, raising=False)


def told_by(name: str, now: dt.datetime) -> str:
    from prefect import flow

    from flows import due

    return flow(getattr(due, name), name="Jadwal", validate_parameters=False)(now)


@pytest.mark.parametrize(
    ("now", "late", "week"),
    [
        (FRIDAY, dt.timedelta(0), "2026-W49"),
        (FRIDAY, dt.timedelta(minutes=-5), "2026-W49"),
        (MONDAY, MONDAY - FRIDAY, "2026-W49"),
        (MONDAY, dt.timedelta(0), "2026-W50"),
        (TUESDAY, TUESDAY - FRIDAY, "2026-W50"),
    ],
    ids=["on time", "clock behind", "off over the weekend", "by hand", "the week has begun"],
)
def test_a_week_is_planned_before_it_begins(
    monkeypatch: pytest.MonkeyPatch, now: dt.datetime, late: dt.timedelta, week: str
):
    is_late_by(late, monkeypatch)
    assert told_by("week_to_plan", now) == week


def test_the_week_closed_is_the_one_before_the_day_meant(monkeypatch: pytest.MonkeyPatch):
    is_late_by(MONDAY - FRIDAY, monkeypatch)
    assert told_by("week_to_close", MONDAY) == "2026-W47"
