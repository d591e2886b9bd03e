import pytest

from data.letters.choices import read_kind, read_services, read_yes_no
from data.letters.faults import Misread
from data.requests import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sekolah", Kind.SCHOOL),
        ("SMAN 1 Kejayan", Kind.SCHOOL),
        ("SMK Negeri Rembang", Kind.SCHOOL),
        ("MA Darul Ulum", Kind.SCHOOL),
        ("Pesantren", Kind.PESANTREN),
        ("PP. Sidogiri", Kind.PESANTREN),
        ("Ponpes Ngalah", Kind.PESANTREN),
        ("Pondok Pesantren Desa Raci", Kind.PESANTREN),
        ("Desa/Kelurahan", Kind.VILLAGE),
        ("Kel. Pogar", Kind.VILLAGE),
        ("village", Kind.VILLAGE),
        ("Lainnya", Kind.OTHER),
        ("Panti Asuhan", Kind.OTHER),
    ],
)
def test_a_kind_is_known_by_its_words(text: str, kind: Kind) -> None:
    assert read_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("Perekaman KTP-el", {"recording"}),
        ("KTP", {"recording"}),
        ("Pencetakan KTP-el", {"printing"}),
        ("Rekam dan cetak", {"recording", "printing"}),
        ("Perekaman, akta kelahiran dan KK", {"recording", "civil_registry"}),
        ("KIA", {"civil_registry"}),
    ],
)
def test_services_are_known_by_their_words(text: str, services: set[str]) -> None:
    assert read_services(text) == services


@pytest.mark.parametrize("value", ["Ya", "boleh", True, "v", 1, "Ya, dua hari"])
def test_yes(value: str | int) -> None:
    assert read_yes_no(value) is True


@pytest.mark.parametrize("value", ["Tidak", "tdk boleh", False, "x", 0, "No"])
def test_no(value: str | int) -> None:
    assert read_yes_no(value) is False


def test_unknown_words_are_refused_with_the_choice() -> None:
    with pytest.raises(Misread, match="Pilih: Sekolah"):
        read_kind("Klub catur")
    with pytest.raises(Misread, match="Pilih: Perekaman"):
        read_services("SIM")
    with pytest.raises(Misread, match="Tulis Ya atau Tidak"):
        read_yes_no("mungkin")
