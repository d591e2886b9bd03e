import pytest

from data.places.institutions import institution_key


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (["SMAN 1 Kejayan", "SMA Negeri 1 Kejayan", "SMA N 1 KEJAYAN", "UPT SMAN 1 Kejayan"],
         "sman1kejayan"),
        (["SMKS NU", "SMK NU", "SMK Swasta NU"], "smknu"),
        (["PP. Sidogiri", "Ponpes Sidogiri", "Pondok Pesantren Sidogiri", "Pesantren Sidogiri"],
         "ppsidogiri"),
        (["Desa Sladi", "Pemdes Sladi", "Pemerintah Desa Sladi", "Balai Desa Sladi", "Ds. Sladi"],
         "desasladi"),
        (["Kelurahan Pogar", "Kel. Pogar", "Kantor Kelurahan Pogar"], "kelurahanpogar"),
        (["SMAS Ma'arif Sukorejo", "SMA MA ARIF SUKOREJO"], "smamaarifsukorejo"),
    ],
)  # fmt: skip
def test_one_institution_has_one_key(names: list[str], key: str) -> None:
    assert {institution_key(name) for name in names} == {key}


def test_different_institutions_have_different_keys() -> None:
    names = ["SMAN 1 Bangil", "SMKN 1 Bangil", "SMAS 1 Bangil", "SMAN 2 Bangil", "Desa Bangil"]
    assert len({institution_key(name) for name in names}) == len(names)
