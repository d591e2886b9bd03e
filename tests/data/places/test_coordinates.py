import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.coordinates import (
    Coordinates,
    DoubtfulCoordinates,
    question,
    read_degrees,
    read_pair,
)

SLADI = Coordinates(-7.69965, 112.873484)
SCHOOL = Coordinates(-7.7036, 112.8738)


@pytest.mark.parametrize(
    "text",
    [
        "-7.7036, 112.8738",
        "-7.7036 112.8738",
        "-7,7036; 112,8738",
        "−7.7036,112.8738",
        "(-7.7036, 112.8738)",
        "https://maps.example/@-7.7036,112.8738,17z",
        "7°42'12.96\"S 112°52'25.68\"E",
    ],
)
def test_a_point_in_one_text(text: str) -> None:
    assert read_pair(text) == pytest.approx(SCHOOL, abs=1e-6)


@pytest.mark.parametrize("text", ["", "depan balai desa", "-7.7036", "https://goo.example/abc"])
def test_a_text_without_a_point(text: str) -> None:
    with pytest.raises(DoubtfulCoordinates, match="bukan koordinat"):
        read_pair(text)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [("-7.7036", -7.7036), ("-7,7036", -7.7036), ("7.7036 LS", -7.7036), ("112,8738 BT", 112.8738),
     ("7.7036° S", -7.7036), ("112", 112.0)],
)  # fmt: skip
def test_degrees(text: str, degrees: float) -> None:
    assert read_degrees(text) == degrees


def test_no_degrees() -> None:
    with pytest.raises(DoubtfulCoordinates, match="bukan derajat"):
        read_degrees("tujuh")


def test_a_point_near_its_desa_is_believed() -> None:
    question(SCHOOL, SLADI, "desa Sladi", 5)


@pytest.mark.parametrize(
    ("given_point", "slip"),
    [
        ((112.8738, -7.7036), "tertukar"),
        ((7.7036, 112.8738), "tanda minus"),
        ((112.8738, 7.7036), "tertukar, tanda minus"),
        ((-77036.0, 1128738.0), "koma desimal hilang"),
        ((-77.036, 112.8738), "koma desimal hilang"),
        ((1128738.0, -77036.0), "tertukar, koma desimal"),
    ],
)
def test_slips_are_recognised_and_mended(given_point: tuple[float, float], slip: str) -> None:
    with pytest.raises(DoubtfulCoordinates, match=f"{slip}.*maksud Anda -7.70360, 112.87380"):
        question(Coordinates(*given_point), SLADI, "desa Sladi", 5)


def test_a_point_elsewhere_is_told_with_its_distance() -> None:
    with pytest.raises(DoubtfulCoordinates, match="15 km dari desa Sladi"):
        question(Coordinates(-7.5945, 112.7844), SLADI, "desa Sladi", 5)


def test_a_point_off_the_earth_is_no_point() -> None:
    with pytest.raises(DoubtfulCoordinates, match="bukan titik di bumi"):
        question(Coordinates(500.0, 900.0), SLADI, "desa Sladi", 5)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_any_two_numbers_are_believed_or_questioned(latitude: float, longitude: float) -> None:
    try:
        question(Coordinates(latitude, longitude), SLADI, "desa Sladi", 5)
    except DoubtfulCoordinates as error:
        assert str(error)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        latitude, longitude = read_pair(text)
    except DoubtfulCoordinates:
        return
    assert abs(latitude) < 1000
    assert abs(longitude) < 1000
