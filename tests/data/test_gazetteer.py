import pytest

from data.gazetteer import UnknownPlace, load_gazetteer
from data.places.names import place_key
from data.places.records import Terrain
from data.requests import Precision

gazetteer = load_gazetteer()


def test_the_shipped_tables_are_complete_and_consistent() -> None:
    assert len(gazetteer.kecamatan) == 24
    assert sum(desa.type == "desa" for desa in gazetteer.desa) == 341
    assert sum(desa.type == "kelurahan" for desa in gazetteer.desa) == 24
    assert {desa.kecamatan_code for desa in gazetteer.desa} == set(gazetteer.kecamatan_of)
    assert all(desa.code.startswith(desa.kecamatan_code) for desa in gazetteer.desa)
    assert len({school.npsn for school in gazetteer.schools}) == len(gazetteer.schools) == 103
    keys = {(desa.kecamatan_code, place_key(desa.name)) for desa in gazetteer.desa}
    assert len(keys) == 365
    assert [depot.desa_code for depot in gazetteer.depots] == ["35.14.14.2011"]


def test_every_point_lies_in_the_regency() -> None:
    points = [*gazetteer.kecamatan, *gazetteer.desa, *gazetteer.schools, *gazetteer.depots]
    assert all(-8.0 < place.latitude < -7.5 for place in points)
    assert all(112.5 < place.longitude < 113.2 for place in points)


def test_upland_is_what_the_design_says() -> None:
    upland = {k.name for k in gazetteer.kecamatan if k.terrain is Terrain.UPLAND}
    assert upland == {"Tosari", "Tutur", "Puspo", "Lumbang", "Prigen"}


@pytest.mark.parametrize(
    "text",
    ["35.14.18", "351418", "Gondangwetan", "gondang wetan", "Kec. GONDANG-WETAN",
     "Kecamatan Gondangwetan",
     " Góndangwetan ", "Kec Gondangwetan, Kab. Pasuruan"],
)  # fmt: skip
def test_a_kecamatan_is_found_however_it_is_written(text: str) -> None:
    assert gazetteer.find_kecamatan(text).code == "35.14.18"


def test_a_misspelt_kecamatan_is_questioned() -> None:
    with pytest.raises(UnknownPlace, match="maksud Anda 'Purwosari'") as caught:
        gazetteer.find_kecamatan("Purwasri")
    assert caught.value.suggestions[0] == "Purwosari"


def test_a_foreign_kecamatan_gets_no_suggestion() -> None:
    with pytest.raises(UnknownPlace) as caught:
        gazetteer.find_kecamatan("Zzyzx")
    assert caught.value.suggestions == ()
    assert "maksud" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "kecamatan", "code"),
    [
        ("35.14.06.2025", None, "35.14.06.2025"),
        ("3514062025", None, "35.14.06.2025"),
        ("Ds. Sladi", None, "35.14.06.2025"),
        ("Kel. Pogar", "Bangil", "35.14.14.1003"),
        ("oro oro ombo wetan", "Rembang", "35.14.15.2012"),
        ("Wonorejo", "Lumbang", "35.14.04.2001"),
    ],
)
def test_a_desa_is_found_however_it_is_written(text: str, kecamatan: str | None, code: str) -> None:
    within = gazetteer.find_kecamatan(kecamatan) if kecamatan else None
    assert gazetteer.find_desa(text, within).code == code


def test_a_name_of_several_desa_needs_its_kecamatan() -> None:
    with pytest.raises(UnknownPlace, match=r"beberapa kecamatan.*Lumbang.*Wonorejo"):
        gazetteer.find_desa("Wonorejo")


def test_a_desa_elsewhere_is_told_where() -> None:
    with pytest.raises(UnknownPlace, match="tidak ada di Kecamatan Bangil, adanya di Kejayan"):
        gazetteer.find_desa("Sladi", gazetteer.find_kecamatan("Bangil"))


def test_a_misspelt_desa_is_questioned_within_its_kecamatan() -> None:
    with pytest.raises(UnknownPlace, match="di Kecamatan Kraton; maksud Anda 'Sidogiri'"):
        gazetteer.find_desa("Sidogirri", gazetteer.find_kecamatan("Kraton"))


@pytest.mark.parametrize("name", ["20519300", "SMAN 1 Kejayan", "SMA Negeri 1 Kejayan"])
def test_a_school_is_found_by_number_or_name(name: str) -> None:
    school = gazetteer.find_school(name, gazetteer.find_kecamatan("Kejayan"))
    assert school is not None
    assert (school.npsn, school.precision) == ("20519300", Precision.SCHOOL_REGISTER)


def test_a_school_outside_the_register_is_none() -> None:
    assert gazetteer.find_school("SMAN 9 Kejayan", gazetteer.find_kecamatan("Kejayan")) is None
    assert gazetteer.find_school("SMAN 1 Kejayan") is None
