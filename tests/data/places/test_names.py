import pytest

from data.places.names import closest_names, place_key, plain


def test_plain_has_no_case_and_no_accents() -> None:
    assert plain("Pésantrén ÑU") == "pesantren nu"


@pytest.mark.parametrize(
    "text",
    [
        "Gondangwetan",
        "GONDANG WETAN",
        "Kec. Gondang-Wetan",
        "Kecamatan: Gondangwetan",
        "KEC GONDANGWETAN KAB PASURUAN",
        "Ds. Gondang Wetan Kec. Gondangwetan",
    ],
)
def test_one_place_has_one_key(text: str) -> None:
    assert place_key(text) == "gondangwetan"


@pytest.mark.parametrize(
    "text", ["Kelurahan Kolursari", "Kel. Kolursari", "kolursari, Kec. Bangil"]
)
def test_a_prefix_goes_and_a_name_that_begins_alike_stays(text: str) -> None:
    assert place_key(text) == "kolursari"
    assert place_key("Desaku") == "desaku"


def test_closest_names_come_best_first() -> None:
    assert closest_names("Purwasri", ["Purwodadi", "Purwosari", "Bangil"])[0] == "Purwosari"
    assert closest_names("Zzyzx", ["Purwodadi", "Bangil"]) == ()
