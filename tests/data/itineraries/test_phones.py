"""Telephone numbers as links."""

import pytest

from data.itineraries.phones import call_link, mobile


@pytest.mark.parametrize(
    "typed", ["0812-0000-0003", "+62 812 0000 0003", "62812 00000003", "(0812) 0000.0003"]
)
def test_every_spelling_becomes_one_number(typed: str) -> None:
    assert call_link(typed) == "tel:+6281200000003"
    assert mobile(typed) == "6281200000003"


@pytest.mark.parametrize("typed", [None, "", "belum ada", "12345"])
def test_no_number_no_link(typed: str | None) -> None:
    assert call_link(typed) is None and mobile(typed) is None


def test_a_fixed_line_can_be_called_but_has_no_whatsapp() -> None:
    assert call_link("(0343) 741000") == "tel:+62343741000"
    assert mobile("(0343) 741000") is None
