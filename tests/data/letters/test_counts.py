import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from data.letters.counts import MOST_PEOPLE, read_count, read_people
from data.letters.faults import Misread


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (90, 90),
        (90.0, 90),
        ("90", 90),
        (" 90 orang", 90),
        ("1.250 siswa", 1250),
        ("1,250", 1250),
        ("1 250", 1250),
        ("± 90 santri", 90),
        ("kurang lebih 90", 90),
        ("120 (seratus dua puluh) orang", 120),
        ("90,0", 90),
        ("Siswa: 75", 75),
        (0, 0),
        ("0090", 90),
    ],
)
def test_a_count_however_it_is_written(value: str | float, count: int) -> None:
    assert read_count(value) == count


@pytest.mark.parametrize(
    "value",
    ["", "banyak", "90-100", "60 putra + 40 putri", 90.5, "12,5", -3, "-3", 20_001, "1.000.000",
     float("inf"), float("nan"), True],
)  # fmt: skip
def test_what_is_no_count_is_refused(value: str | float) -> None:
    with pytest.raises(Misread):
        read_count(value)


def test_nobody_is_no_request() -> None:
    assert read_people("1 orang") == 1
    with pytest.raises(Misread, match="nol"):
        read_people("0")


@given(st.integers(0, MOST_PEOPLE), st.sampled_from(["", " siswa", " orang", " santri putri"]))
def test_every_written_form_of_a_count_reads_back(count: int, unit: str) -> None:
    written = {str(count), format_decimal(count, locale="id"), format_decimal(count, locale="en")}
    for text in written:
        assert read_count(text + unit) == count


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        assert 0 <= read_count(text) <= MOST_PEOPLE
    except Misread as error:
        assert error.remedy
