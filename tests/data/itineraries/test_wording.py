"""Where a site is: as much as is known, and once what is not."""

import pypdfium2
import pytest

from data.itineraries.duty_sheets import sheets_pdf
from data.itineraries.journey import in_order, journey
from data.itineraries.language import language
from data.itineraries.phone_page import phone_page_html
from data.itineraries.wording import whereabouts
from data.requests import Request
from tests.data.itineraries.sample_week import book, record

UNKNOWN = "alamat belum diketahui"


def located(**known: str | None) -> Request:
    site = record(12).site.model_copy(update={"address": None, "desa": None, **known})
    return record(12).model_copy(update={"site": site})


def printed(request: Request) -> tuple[str, str]:
    """Phone page and sheet of the duty that visits SMAN 1 Bangil."""
    week = book(requests={**book().requests, "R12": request})
    duty = journey(week, in_order(week)[1])
    (sheet,) = pypdfium2.PdfDocument(sheets_pdf(week, [duty]))
    return phone_page_html(week, duty), " ".join(sheet.get_textpage().get_text_range().split())


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        (
            located(address="Jl. Raya 1", desa="Kersikan"),
            ("Jl. Raya 1", "Desa Kersikan, Kec. Bangil"),
        ),
        (located(address="Jl. Raya 1"), ("Jl. Raya 1", "Kec. Bangil")),
        (located(desa="Kersikan"), ("Desa Kersikan, Kec. Bangil",)),
        (located(), ("Kec. Bangil", UNKNOWN)),
    ],
)
def test_as_much_as_is_known(request_: Request, lines: tuple[str, ...]) -> None:
    assert whereabouts(language("id"), request_) == lines


def test_with_a_desa_nothing_is_called_unknown() -> None:
    for paper in printed(located(desa="Kersikan")):
        assert UNKNOWN not in paper
        assert "Desa Kersikan, Kec. Bangil" in paper


def test_without_a_desa_it_is_said_once() -> None:
    for paper in printed(located()):
        assert paper.count(UNKNOWN) == 1
        assert "Kec. Bangil" in paper
