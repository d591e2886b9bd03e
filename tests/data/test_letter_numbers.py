import datetime as dt

import pytest

from data.letter_numbers import letter_key, number_key
from data.requests import Request
from data.store import merging
from tests.data.builders import request

AUTUMN = dt.date(2026, 11, 2)


def letter(
    number: str | None, date: dt.date | None = None, received: dt.date | None = None
) -> Request:
    return request(letter_number=number, letter_date=date, received_date=received)


def test_case_and_spaces_do_not_matter() -> None:
    assert letter_key(letter(" 421.3 / 7 / xi / 2026 ")) == letter_key(letter("421.3/7/XI/2026"))


@pytest.mark.parametrize("other", ["4213/15", "421.31/5", "421-3/15", "421.3/1.5"])
def test_signs_between_digits_tell_letters_apart(other: str) -> None:
    assert letter_key(letter("421.3/15")) != letter_key(letter(other))


def test_a_register_starts_anew_every_year() -> None:
    years = {letter_key(letter("421/12", AUTUMN.replace(year=year))) for year in (2026, 2027)}
    assert len(years) == 2


def test_a_year_in_the_number_makes_the_date_needless() -> None:
    assert letter_key(letter("421/7/XI/2026", AUTUMN)) == letter_key(letter("421/7/XI/2026"))


def test_a_serial_number_that_looks_like_a_year_is_none() -> None:
    serial = "421/2026"
    assert letter_key(letter(serial, AUTUMN)) != letter_key(letter(serial, dt.date(2027, 11, 2)))


def test_the_day_of_arrival_gives_the_year_of_an_undated_letter() -> None:
    dated = letter("421/12", AUTUMN, received=dt.date(2027, 1, 4))
    assert letter_key(letter("421/12", received=AUTUMN)) == letter_key(dated)


@pytest.mark.parametrize("nothing", [None, "", " ", "?", "/"])
def test_a_letter_without_number_has_no_key(nothing: str | None) -> None:
    assert number_key(nothing) is None
    assert letter_key(letter(nothing, AUTUMN)) is None


def test_the_store_keeps_letters_under_the_same_key() -> None:
    numbered = letter("421.3 / 12", AUTUMN)
    assert merging.letter_key(numbered) == letter_key(numbered)
    assert merging.letter_key(letter(None, AUTUMN)) == f"id:{numbered.id}"
