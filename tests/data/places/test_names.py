import pytest

from data.places.names import closest_names, place_key, plain
from data.places.schools import school_key


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


@pytest.mark.parametrize(
    "name", ["SMAN 1 Kejayan", "SMA Negeri 1 Kejayan", "SMA N 1 KEJAYAN", "UPT SMAN 1 Kejayan"]
)
def test_a_state_school_has_one_key(name: str) -> None:
    assert school_key(name) == "sman1kejayan"


@pytest.mark.parametrize("name", ["SMKS NU", "SMK NU", "SMK Swasta NU"])
def test_a_private_school_has_one_key(name: str) -> None:
    assert school_key(name) == "smknu"


def test_different_schools_have_different_keys() -> None:
    names = ["SMAN 1 Bangil", "SMKN 1 Bangil", "SMAS 1 Bangil", "SMAN 2 Bangil"]
    assert len({school_key(name) for name in names}) == 4
