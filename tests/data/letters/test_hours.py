import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.letters.faults import Misread
from data.letters.hours import read_hours


def said(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            "".join(map(str, sorted(hours.weekdays))),
            f"{hours.opens:%H.%M}",
            f"{hours.closes:%H.%M}",
        )
        for hours in read_hours(text)
    ]


@pytest.mark.parametrize(
    "text",
    ["07.00-13.00", "07:00 - 13:00", "7.00 s.d. 13.00 WIB", "pukul 07.00 sampai 13.00",
     "setiap hari 07.00–13.00", "7-13", "07:00:00-13:00:00"],
)  # fmt: skip
def test_one_span_on_all_days(text: str) -> None:
    assert said(text) == [("1234567", "07.00", "13.00")]


@pytest.mark.parametrize(
    "text",
    ["Senin-Kamis 07.00-13.00; Jumat 07.00-11.00", "Senin-Kamis 07.00-13.00\nJum'at 07.00-11.00",
     "Senin s/d Kamis: 07.00-13.00, Jumat: 07.00-11.00"],
)  # fmt: skip
def test_spans_by_days(text: str) -> None:
    assert said(text) == [("1234", "07.00", "13.00"), ("5", "07.00", "11.00")]


def test_hours_without_days_hold_on_the_days_not_named() -> None:
    assert said("07.00-13.00; Jumat 07.00-11.00") == [
        ("123467", "07.00", "13.00"),
        ("5", "07.00", "11.00"),
    ]
    assert said("07.00-11.30; Jumat libur") == [("123467", "07.00", "11.30")]


def test_a_pesantren_week_begins_on_saturday_and_has_two_spans_a_day() -> None:
    assert said("Sabtu-Kamis 08.00-11.30 dan 13.00-15.00; Jumat libur") == [
        ("123467", "08.00", "11.30"),
        ("123467", "13.00", "15.00"),
    ]


def test_days_may_follow_their_hours() -> None:
    assert said("08.00-12.00 (Senin, Rabu)") == [("13", "08.00", "12.00")]
    assert said("07.00-13.00; Jumat") == [("5", "07.00", "13.00")]


@pytest.mark.parametrize(
    "text",
    ["", "pagi", "07.00", "13.00-07.00", "07.00-07.00", "25.00-26.00", "07.75-08.00", "Senin",
     "07.00-13.00 kecuali Jumat", "Senin-Kamis"],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        read_hours(text)


@given(st.times(), st.times())
def test_every_span_reads_back(opens: dt.time, closes: dt.time) -> None:
    opens, closes = opens.replace(second=0, microsecond=0), closes.replace(second=0, microsecond=0)
    text = f"{opens:%H.%M}-{closes:%H.%M}"
    if opens < closes:
        assert [(h.opens, h.closes) for h in read_hours(text)] == [(opens, closes)]
    else:
        with pytest.raises(Misread):
            read_hours(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        read_hours(text)
    except Misread as error:
        assert error.remedy
