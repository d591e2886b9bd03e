import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from data.requests import Kind
from data.weekdays import dates_of_week, week_of
from data.working_days import WorkingDays
from data.working_days_file import read_calendar
from data.working_days_records import ExamPeriod, OfficeCalendar, Period
from optimizer.clock import Span
from optimizer.faults import InvalidDocument

DAYS = WorkingDays()


def test_an_ordinary_week_is_monday_to_friday():
    assert DAYS.of_week("2026-W49") == tuple(dt.date(2026, 11, 30 + n) for n in (0,)) + tuple(
        dt.date(2026, 12, n) for n in range(1, 5)
    )


def test_office_hours_and_breaks_follow_the_regulation():
    monday, friday = dt.date(2026, 11, 30), dt.date(2026, 12, 4)
    assert (DAYS.shift(monday), DAYS.day(monday).breaks) == (Span(420, 930), (Span(720, 780),))
    assert (DAYS.shift(friday), DAYS.day(friday).breaks) == (Span(420, 870), (Span(690, 780),))


@pytest.mark.parametrize(
    ("weekday", "hours"), [(17, Span(480, 900)), (20, Span(480, 930))], ids=["tuesday", "friday"]
)
def test_ramadan_is_shorter(weekday, hours):
    calendar = OfficeCalendar(
        ramadan=(Period(name="R", first=dt.date(2026, 2, 19), last=dt.date(2026, 3, 20)),)
    )
    assert WorkingDays(calendar).shift(dt.date(2026, 3, weekday)) == hours


@pytest.mark.parametrize(
    ("date", "inside"),
    [("2027-02-07", False), ("2027-02-12", True), ("2027-03-09", True), ("2027-03-10", False)],
)
def test_ramadan_of_an_unannounced_year_is_estimated(date, inside):
    assert DAYS.ramadan(dt.date.fromisoformat(date)) is inside


def test_an_announced_ramadan_replaces_the_estimate():
    announced = Period(name="R", first=dt.date(2027, 2, 10), last=dt.date(2027, 3, 9))
    days = WorkingDays(OfficeCalendar(ramadan=(announced,)))
    assert not days.ramadan(dt.date(2027, 2, 9))
    assert days.ramadan(dt.date(2027, 2, 10))


def test_a_ramadan_that_begins_in_december_is_found():
    assert DAYS.ramadan(dt.date(2030, 12, 30))


def test_public_holidays_and_collective_leave_are_closed():
    assert DAYS.of_week("2026-W52") == tuple(dt.date(2026, 12, n) for n in (21, 22, 23))
    assert DAYS.closed(dt.date(2026, 12, 24)) == "Cuti Bersama Hari Raya Natal"
    assert DAYS.closed(dt.date(2026, 12, 5)) == "akhir pekan"


def test_the_file_closes_and_opens_days():
    calendar = OfficeCalendar(
        closed=(Period(name="Hari jadi", first=dt.date(2026, 12, 1)),),
        opened=(Period(name="Pelayanan Natal", first=dt.date(2026, 12, 24)),),
    )
    days = WorkingDays(calendar)
    assert days.closed(dt.date(2026, 12, 1)) == "Hari jadi"
    assert days.closed(dt.date(2026, 12, 24)) is None


def test_an_opened_saturday_has_mondays_hours():
    saturday = dt.date(2026, 12, 5)
    days = WorkingDays(OfficeCalendar(opened=(Period(name="Sabtu", first=saturday),)))
    assert saturday in days.of_week("2026-W49")
    assert days.shift(saturday) == Span(420, 930)


def test_exams_hold_for_their_kind_and_schools_only():
    exam = ExamPeriod(
        name="Ujian",
        first=dt.date(2026, 12, 1),
        last=dt.date(2026, 12, 2),
        kind=Kind.SCHOOL,
        npsn=frozenset({"20519001"}),
    )
    days = WorkingDays(OfficeCalendar(exams=(exam,)))
    assert days.exam(dt.date(2026, 12, 2), Kind.SCHOOL, "20519001") == "Ujian"
    assert days.exam(dt.date(2026, 12, 3), Kind.SCHOOL, "20519001") is None
    assert days.exam(dt.date(2026, 12, 2), Kind.SCHOOL, "20519002") is None
    assert days.exam(dt.date(2026, 12, 2), Kind.PESANTREN, None) is None


def test_the_sample_calendar_is_read():
    days = WorkingDays(read_calendar(Path("data/samples/kalender.toml")))
    assert dt.date(2026, 12, 31) not in days.of_week("2026-W53")
    assert days.exam(dt.date(2026, 12, 8), Kind.SCHOOL, None) == "Penilaian akhir semester"


def test_every_fault_of_a_calendar_is_listed(tmp_path):
    path = tmp_path / "kalender.toml"
    path.write_text(
        """
        [[jam_kantor]]
        hari = ["senen"]
        jam = "15.30-07.00"
        [[jam_kantor]]
        hari = ["senin"]
        jam = "07.00-15.30"
        istirahat = ["12.00-13.00", "12.30-16.00"]
        [[libur]]
        nama = "Terbalik"
        dari = 2026-12-02
        sampai = 2026-12-01
        [[hari]]
        nama = "x"
        """
    )
    with pytest.raises(InvalidDocument) as refused:
        read_calendar(path)
    text = str(refused.value)
    for part in (
        "jam_kantor[0].hari",
        "'senen' bukan nama hari",
        "'15.30-07.00' bukan jam",
        "tumpang tindih",
        "di luar jam kantor",
        "Terbalik: sampai",
        "hari: tabel tidak dikenal",
    ):
        assert part in text, part


def test_a_calendar_may_be_a_workbook(tmp_path):
    book = Workbook()
    book.active.title = "Jam kantor"
    book.active.append(["hari", "jam", "istirahat"])
    book.active.append(["senin, selasa", "08.00-14.00", "10.00-10.15, 12.00-12.30"])
    sheet = book.create_sheet("Ujian")
    sheet.append(["nama", "dari", "sampai", "jenis", "npsn"])
    sheet.append(["Ujian", dt.date(2026, 12, 1), dt.date(2026, 12, 2), "school", 20519331])
    book.save(tmp_path / "kalender.xlsx")
    days = WorkingDays(read_calendar(tmp_path / "kalender.xlsx"))
    tuesday = dt.date(2026, 12, 1)
    assert days.shift(tuesday) == Span(480, 840)
    assert days.day(tuesday).breaks == (Span(600, 615), Span(720, 750))
    assert days.exam(tuesday, Kind.SCHOOL, "20519331") == "Ujian"


@pytest.mark.parametrize("week", ["2026-49", "2026-W54", "minggu ini", "2026-W00"])
def test_a_week_that_does_not_exist_is_refused(week):
    with pytest.raises(ValueError, match="bukan minggu seperti"):
        dates_of_week(week)


def test_week_of_is_the_inverse_of_dates_of_week():
    assert {week_of(date) for date in dates_of_week("2026-W53")} == {"2026-W53"}
