import datetime as dt

import pytest

from data.assemble import Office
from data.requests import Precision
from data.week_warnings import week_warnings
from data.working_days import WorkingDays
from data.working_days_records import OfficeCalendar, Period
from tests.data.builders import DATES, WEEK, fleet, request, rules


def warnings(*letters, week=WEEK, calendar=None) -> tuple[str, ...]:
    days = WorkingDays(calendar or OfficeCalendar())
    return week_warnings(Office("35.14", "Asia/Jakarta", fleet(), days, rules()), week, letters)


def rough(number: int):
    letter = request(id=f"R{number}", institution=f"Desa {number}")
    site = letter.site.model_copy(update={"precision": Precision.DESA})
    return letter.model_copy(update={"site": site})


def test_an_ordinary_week_warns_of_nothing():
    assert warnings(request()) == ()


def test_days_off_are_announced():
    assert warnings(week="2026-W52") == (
        "Kantor tutup Kamis, 24 Desember 2026: Cuti Bersama Hari Raya Natal.",
        "Kantor tutup Jumat, 25 Desember 2026: Hari Raya Natal.",
    )


@pytest.mark.parametrize(("announced", "count"), [((), 1), ((dt.date(2027, 2, 8),), 0)])
def test_an_estimated_ramadan_is_said(announced, count):
    months = tuple(
        Period(name="Ramadan", first=first, last=first + dt.timedelta(days=29))
        for first in announced
    )
    found = warnings(week="2027-W08", calendar=OfficeCalendar(ramadan=months))
    assert sum("perkiraan" in warning for warning in found) == count


def test_a_promise_on_a_day_off_is_said():
    calendar = OfficeCalendar(closed=(Period(name="Hari jadi", first=DATES[1]),))
    found = warnings(request(promised_dates=DATES[1:3]), calendar=calendar)
    assert "Janji Selasa, 1 Desember 2026 untuk SMAN 1 Contoh" in found[1]
    assert len(found) == 2


def test_a_site_without_possible_day_is_named():
    (found,) = warnings(request(impossible_dates=DATES))
    assert found == "1 tempat tidak punya hari yang mungkin minggu ini: SMAN 1 Contoh."


@pytest.mark.parametrize(("deadline", "count"), [(DATES[0], 0), (dt.date(2026, 11, 29), 1)])
def test_a_deadline_that_has_passed_is_said(deadline, count):
    assert len(warnings(request(deadline=deadline))) == count


def test_rough_points_are_counted_and_the_first_named():
    (found,) = warnings(*(rough(n) for n in range(7)))
    assert found.startswith("7 tempat hanya dikenal sampai desa")
    assert found.endswith("Desa 4, dan 2 lainnya.")
