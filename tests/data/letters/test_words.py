import pytest

from data.letters.faults import Misread
from data.letters.words import read_npsn, read_phone, read_role, read_text


def test_a_text_is_tidied_and_bounded() -> None:
    assert read_text("  Jalan  Raya\nNo. 1 ") == "Jalan Raya No. 1"
    assert read_text("a" * 300) == "a" * 300
    with pytest.raises(Misread, match="terlalu panjang"):
        read_text("a" * 301)


@pytest.mark.parametrize(
    "role", ["Kepala TU", "Waka Kesiswaan", "Hubungan masyarakat", "Bunda PAUD"]
)
def test_a_role_is_kept(role: str) -> None:
    assert read_role(role) == role


@pytest.mark.parametrize(
    "name", ["Bapak Fulan", "Ibu Fulanah", "H. Fulan", "Gus Fulan", "Pak Fulan"]
)
def test_a_person_is_not(name: str) -> None:
    with pytest.raises(Misread, match="nama orang"):
        read_role(name)


@pytest.mark.parametrize(
    ("value", "phone"),
    [("0343-555-0101", "0343-555-0101"), (81200001001, "081200001001"),
     (81200001001.0, "081200001001"), ("+62 812-0000-1001", "+62 812-0000-1001")],
)  # fmt: skip
def test_a_phone_gets_its_zero_back(value: str | float, phone: str) -> None:
    assert read_phone(value) == phone


@pytest.mark.parametrize("value", ["belum ada", "123", "0812-0000-1001 / 0812-0000-1002"])
def test_what_is_no_phone_is_refused(value: str) -> None:
    with pytest.raises(Misread, match="bukan satu nomor telepon"):
        read_phone(value)


def test_npsn() -> None:
    assert read_npsn(20519300.0) == read_npsn(" 20519300") == "20519300"
    assert read_npsn("p9970001") == "P9970001"
    with pytest.raises(Misread, match="8 angka"):
        read_npsn("2051930")
