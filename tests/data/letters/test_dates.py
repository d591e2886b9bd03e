import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel

from data.letters.dates import read_date, read_dates
from data.letters.faults import Misread

TODAY = dt.date(2026, 11, 23)
MARCH = dt.date(2026, 3, 16)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    "value",
    [
        MARCH,
        dt.datetime.combine(MARCH, dt.time(9, 30)),
        "16 Maret 2026",
        "16 maret 2026 ",
        "Senin, 16 Maret 2026",
        "Senin 16-Mar-2026",
        "Monday, 16 March 2026",
        "16 Mar. 2026",
        "tgl 16 Maret 2026",
        "16 March 2026",
        "16/03/2026",
        "16/3/26",
        "16-03-2026",
        "16.03.2026",
        "2026-03-16",
        "2026/3/16",
        "2026-03-16T08:15:00",
        "16/03/2026 8:15:02",
        "2026-03-16 08:15",
        46097,
        46097.0,
        "46097",
        46097.75,
    ],
)
def test_one_date_however_it_is_written(value: object) -> None:
    assert read_date(value, TODAY) == MARCH  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1, 2 dan 4 Desember 2026", [1, 2, 4]),
        ("1 atau 2 Desember 2026", [1, 2]),
        ("1 & 2 Des 2026", [1, 2]),
        ("1-4 Desember 2026", [1, 2, 3, 4]),
        ("1 s.d. 3 Desember 2026", [1, 2, 3]),
        ("1 s/d 3 Desember 2026", [1, 2, 3]),
        ("1 sampai dengan 3 Desember 2026", [1, 2, 3]),
        ("2026-12-01; 2026-12-04", [1, 4]),
        ("01/12/2026, 03/12/2026", [1, 3]),
        ("1 Des 2026 – 3 Des 2026", [1, 2, 3]),
        ("4 Desember 2026, 1 Desember 2026", [1, 4]),
        ("2 Desember 2026\n3 Desember 2026", [2, 3]),
    ],
)
def test_lists_and_ranges(text: str, days: list[int]) -> None:
    assert read_dates(text, TODAY) == tuple(dt.date(2026, 12, day) for day in days)


def test_a_range_may_cross_months_and_years() -> None:
    november = read_dates("30 November - 2 Desember 2026", TODAY)
    assert november == (dt.date(2026, 11, 30), dt.date(2026, 12, 1), dt.date(2026, 12, 2))
    assert read_dates("31 Desember 2026 s.d. 1 Januari 2027", TODAY)[-1] == dt.date(2027, 1, 1)


def test_a_missing_year_is_the_nearest_one() -> None:
    assert read_date("4 Desember", TODAY) == dt.date(2026, 12, 4)
    assert read_date("5 Januari", TODAY) == dt.date(2027, 1, 5)
    assert read_date("30 Oktober", TODAY) == dt.date(2026, 10, 30)
    assert read_date("29 Februari", dt.date(2027, 11, 1)) == dt.date(2028, 2, 29)


@pytest.mark.parametrize(
    "value",
    ["", "segera", "setiap Jumat", "30 Februari 2026", "2026-13-01", "Desember 2026", "12", 12, 0.5,
     "31/11/2026", "5-1 Desember 2026", "-", "16 Maret 2026 abc", "1 Januari - 31 Desember 2026",
     True, 99999, "1-- 3 Desember 2026"],
)  # fmt: skip
def test_what_is_no_date_is_refused(value: object) -> None:
    with pytest.raises(Misread):
        read_dates(value, TODAY)  # type: ignore[arg-type]


def test_an_american_date_is_recognised() -> None:
    with pytest.raises(Misread, match="bulan ditulis sebelum hari"):
        read_date("12/31/2026", TODAY)


@pytest.mark.parametrize(
    "text", ["Jumat, 4 Desember 2026", "Jum'at 04/12/2026", "Friday 4 Dec 2026"]
)
def test_the_named_weekday_must_fit(text: str) -> None:
    assert read_date(text, TODAY) == dt.date(2026, 12, 4)
    with pytest.raises(Misread, match="tidak cocok; Jumat, 4 Desember 2026"):
        read_date(text.replace("Jumat", "Senin").replace("Jum'at", "Sabtu").replace("Fri", "Sun"),
                  TODAY)  # fmt: skip


def test_one_date_is_asked_for_and_several_are_given() -> None:
    with pytest.raises(Misread, match="beberapa tanggal"):
        read_date("1 dan 2 Desember 2026", TODAY)


@given(DAYS)
def test_every_written_form_of_a_day_reads_back(day: dt.date) -> None:
    for locale in ("id", "en_GB"):
        for pattern in ("EEEE, d MMMM y", "d MMM y", "dd/MM/y", "y-MM-dd"):
            assert read_date(format_date(day, pattern, locale=locale), TODAY) == day
    serial = to_excel(day)
    assert serial is not None
    assert read_date(int(serial), TODAY) == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        assert read_dates(text, TODAY)
    except Misread as error:
        assert error.message
        assert error.remedy
