import pytest

from data.ledgers.causes import SIDES, Cause, Reason, Side, side_of


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Laptopnya mati", Side.OFFICE),
        ("mobil mogok", Side.OFFICE),
        ("siswa sedang ujian", Side.SITE),
        ("acara pengasuh", Side.SITE),
        ("Hujan lebat, jembatan putus", Side.WAY),
        ("listrik padam", Side.OTHER),
        ("", Side.OTHER),
        ("banjir di timur", Side.WAY),
    ],
)
def test_words_name_a_side(words, side):
    assert side_of(words) is side


def test_words_that_name_two_sides_accuse_neither():
    assert side_of("mobil terjebak banjir") is Side.OTHER


def test_every_cause_has_a_side_and_only_the_field_is_read_for_words():
    assert set(Cause) - SIDES.keys() == {Cause.REPORTED}
    assert Reason(Cause.REPORTED, "hujan").side is Side.WAY
    assert Reason(Cause.WITHDRAWN, "hujan").side is Side.SITE
