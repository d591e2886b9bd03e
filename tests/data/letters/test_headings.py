import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.letters.fields import ALIASES, PERSONAL, Field
from data.letters.headings import field_of, heading_key, is_personal


@pytest.mark.parametrize("field", list(Field))
def test_every_field_is_known_by_its_own_heading_in_any_dress(field: Field) -> None:
    for dress in ("{}", "{}*", " {} :", "3. {}", "{} (wajib diisi)"):
        assert field_of(dress.format(field.value)) is field
        assert field_of(dress.format(field.value.upper())) is field


def test_no_heading_means_two_fields() -> None:
    keys = [heading_key(text) for f in Field for text in {f.value, *ALIASES.get(f, ())}]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("No. Surat", Field.LETTER_NUMBER),
        ("Tgl. Surat", Field.LETTER_DATE),
        ("Timestamp", Field.ENTERED),
        ("Nama Sekolah/Lembaga", Field.INSTITUTION),
        ("Kecamtan", Field.KECAMATAN),
        ("Jumlah Pemohom", Field.PEOPLE),
        ("Berapa jumlah siswa yang akan direkam?", Field.PEOPLE),
        ("Tanggal yg diharapkan", Field.WISHED),
        ("Headcount", Field.PEOPLE),
        ("Preferred dates", Field.WISHED),
        ("No. HP / WA", Field.PHONE),
    ],
)
def test_other_spellings_and_languages(heading: str, field: Field) -> None:
    assert field_of(heading) is field


@pytest.mark.parametrize("heading", ["", "   ", "Alamat email", "Warna seragam", "Skor", "123"])
def test_what_means_nothing_is_left_aside(heading: str) -> None:
    assert field_of(heading) is None


@pytest.mark.parametrize("heading", [*PERSONAL, "NIK Siswa", "Tanggal Lahir (hh/bb/tttt)"])
def test_headings_of_persons_are_seen_and_mean_no_field(heading: str) -> None:
    assert is_personal(heading)
    assert field_of(heading) is None


@pytest.mark.parametrize("heading", ["NPSN", "Jumlah siswa", "Tanggal surat", "Teknik"])
def test_headings_of_letters_are_not(heading: str) -> None:
    assert not is_personal(heading)


@given(st.text(max_size=60))
def test_no_heading_breaks_the_matcher(heading: str) -> None:
    assert field_of(heading) in {None, *Field}
