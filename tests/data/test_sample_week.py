import datetime as dt
import statistics

from data.gazetteer import load_gazetteer
from data.letters import read_letters
from data.letters.sheets import read_sheets
from data.requests import Kind
from tests.data.sample_letters import SAMPLE, build

TODAY = dt.date(2026, 11, 23)
letters = read_letters(SAMPLE, load_gazetteer(), TODAY)
by_name = {request.institution: request for request in letters.requests}


def test_every_letter_of_the_sample_is_read() -> None:
    assert letters.faults == ()
    assert letters.notes == ()
    assert len(letters.requests) == len(read_sheets(SAMPLE)[0].rows) - 1 == 74
    assert len({request.id for request in letters.requests}) == 74


def test_the_three_institutions_of_the_first_days_are_there() -> None:
    assert by_name["SMAN 1 Kejayan"].site.kecamatan == "Kejayan"
    assert by_name["SMKN 1 Purwosari"].npsn == "20519149"
    sidogiri = by_name["Pondok Pesantren Sidogiri"]
    assert sidogiri.site.kecamatan == "Kraton"
    assert [date.isoweekday() for date in sidogiri.wished_dates] == [5]
    assert {day for hours in sidogiri.hours for day in hours.weekdays} == {5}


def test_letters_come_from_all_over_the_regency_before_the_week() -> None:
    assert len({request.site.kecamatan_code for request in letters.requests}) == 24
    dates = [request.received_date for request in letters.requests]
    assert all(date and date < dt.date(2026, 11, 27) for date in dates)


def test_head_counts_are_shaped_like_the_press_reports() -> None:
    schools = [r.people for r in letters.requests if r.kind is Kind.SCHOOL]
    assert 80 <= statistics.median(schools) <= 100
    assert 400 < max(schools) <= 700


def test_the_builder_gives_the_shipped_workbook_and_the_same_bytes_twice(tmp_path) -> None:  # type: ignore[no-untyped-def]
    again = tmp_path / SAMPLE.name
    again.write_bytes(build())
    assert read_sheets(again) == read_sheets(SAMPLE)
    assert again.read_bytes() == build()
