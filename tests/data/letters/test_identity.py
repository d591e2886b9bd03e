import datetime as dt
from pathlib import Path

import pytest

from data.letters.head import LetterHead
from data.letters.identity import request_id
from data.requests import Site
from tests.data.letters.files import HEADINGS, KEJAYAN, letters_in
from tests.data.places.sites import SITE

DATE = dt.date(2026, 11, 2)
ELSEWHERE = SITE.model_copy(update={"desa_code": "35.14.06.2004"})


def identity(
    number: str | None,
    date: dt.date | None = DATE,
    institution: str = "SMAN 1 Kejayan",
    site: Site = SITE,
) -> str:
    return request_id(LetterHead(number, date, None), institution, site)


def test_the_same_letter_and_site_have_one_id_however_they_are_written() -> None:
    written = {
        identity(" 421.3/7/XI/2026"),
        identity("421.3 / 7 / xi / 2026", None, "SMAN 1  KEJAYAN"),
    }
    assert written == {"sman-1-kejayan-" + written.copy().pop().rpartition("-")[2]}


def test_another_letter_site_or_institution_has_another_id() -> None:
    ids = {
        identity("421/7"),
        identity("421/8"),
        identity("42.1/7"),
        identity("421/7", DATE.replace(year=2027)),
        identity("421/7", institution="SMKN 1 Kejayan"),
        identity("421/7", site=ELSEWHERE),
    }
    assert len(ids) == 6


@pytest.mark.parametrize("nothing", [None, "", "?"])
def test_a_letter_without_number_is_told_by_its_date(nothing: str | None) -> None:
    assert identity(nothing) == identity(None)
    assert identity(nothing) != identity(None, DATE + dt.timedelta(days=1))


def test_letters_of_two_years_stay_two(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Tanggal surat")
    rows = [("421/12", *KEJAYAN[1:4], people, f"2 November {year}")
            for year, people in ((2026, 100), (2027, 150))]  # fmt: skip
    letters = letters_in(tmp_path, *rows, headings=headings)
    assert letters.faults == ()
    assert len({request.id for request in letters.requests}) == 2


def test_numbers_that_will_come_again_next_year_are_told_once(tmp_path: Path) -> None:
    rows = [(number, *KEJAYAN[1:]) for number in ("421/12", "421/13", "421/14/2026")]
    letters = letters_in(tmp_path, *rows)
    assert len(letters.requests) == 3
    assert [(note.row, note.column) for note in letters.notes] == [(2, "Tanggal surat")]
    assert "2 surat (baris 2, 3)" in letters.notes[0].message


@pytest.mark.parametrize("heading", ["Tanggal surat", "Tanggal diterima"])
def test_a_date_settles_the_year(tmp_path: Path, heading: str) -> None:
    row = ("421/12", *KEJAYAN[1:], "2 November 2026")
    assert letters_in(tmp_path, row, headings=(*HEADINGS, heading)).notes == ()


def test_a_corrected_row_keeps_its_id(tmp_path: Path) -> None:
    first = letters_in(tmp_path, KEJAYAN).requests[0]
    headings = (*HEADINGS, "Batas akhir", "Tanggal surat", "Koordinat")
    later = (*KEJAYAN[:4], 120, "18 Desember 2026", "2 November 2026", "-7.70, 112.87")
    changed = letters_in(tmp_path, later, headings=headings).requests[0]
    assert changed.id == first.id
    assert changed != first
