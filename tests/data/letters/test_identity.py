import datetime as dt
from pathlib import Path

from data.letters.identity import request_id
from tests.data.letters.files import HEADINGS, KEJAYAN, letters_in
from tests.data.places.sites import SITE

DATE = dt.date(2026, 11, 2)
ELSEWHERE = SITE.model_copy(update={"desa_code": "35.14.06.2004"})


def test_the_same_letter_and_site_have_one_id_however_they_are_written() -> None:
    written = {
        request_id(" 421.3/7/XI/2026", DATE, "SMAN 1 Kejayan", SITE),
        request_id("421.3 / 7 / xi / 2026", None, "SMAN 1  KEJAYAN", SITE),
    }
    assert written == {"sman-1-kejayan-" + written.copy().pop().rpartition("-")[2]}


def test_another_letter_site_or_institution_has_another_id() -> None:
    ids = {
        request_id("421/7", DATE, "SMAN 1 Kejayan", SITE),
        request_id("421/8", DATE, "SMAN 1 Kejayan", SITE),
        request_id("421/7", DATE, "SMKN 1 Kejayan", SITE),
        request_id("421/7", DATE, "SMAN 1 Kejayan", ELSEWHERE),
    }
    assert len(ids) == 4


def test_a_letter_without_number_is_told_by_its_date() -> None:
    one = request_id(None, DATE, "SMAN 1 Kejayan", SITE)
    assert one == request_id("", DATE, "SMAN 1 Kejayan", SITE)
    assert one != request_id(None, DATE + dt.timedelta(days=1), "SMAN 1 Kejayan", SITE)


def test_a_corrected_row_keeps_its_id(tmp_path: Path) -> None:
    first = letters_in(tmp_path, KEJAYAN).requests[0]
    headings = (*HEADINGS, "Batas akhir", "Tanggal surat", "Koordinat")
    later = (*KEJAYAN[:4], 120, "18 Desember 2026", "2 November 2026", "-7.70, 112.87")
    changed = letters_in(tmp_path, later, headings=headings).requests[0]
    assert changed.id == first.id
    assert changed != first
