"""Head-counts as people write them: ``90``, ``"1.250 siswa"``, ``"120 (seratus dua puluh)"``."""

import re

from data.letters.cells import Value, text_of
from data.letters.faults import Misread

MOST_PEOPLE = 20_000
_ASIDE = re.compile(r"\([^)]*\)")
_GROUPED = re.compile(r"(?<=\d)[., ](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_REMEDY = "Tulis satu angka bulat, misalnya 90"


def read_count(value: Value) -> int:
    """A whole number of persons; groups of three digits may be set apart.

    Raises
    ------
    Misread
        If the cell holds no number, several, a fraction or a negative one.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _whole(float(value), text_of(value))
    text = text_of(value)
    numbers = _NUMBER.findall(_GROUPED.sub("", _ASIDE.sub(" ", text)))
    if not numbers:
        raise Misread(f"'{text}' bukan jumlah orang", _REMEDY)
    if len(numbers) > 1:
        raise Misread(f"'{text}' memuat beberapa angka", f"{_REMEDY} (jumlah seluruhnya)")
    if text.lstrip().startswith("-"):
        raise Misread(f"'{text}' kurang dari nol", _REMEDY)
    return _whole(float(numbers[0].replace(",", ".")), text)


def read_people(value: Value) -> int:
    """A head-count of at least one.

    Raises
    ------
    Misread
        If the cell does not hold one.
    """
    count = read_count(value)
    if count == 0:
        raise Misread("jumlah pemohon nol", "Isi jumlah orang, atau hapus baris ini")
    return count


def _whole(number: float, text: str) -> int:
    if not number.is_integer():
        raise Misread(f"'{text}' bukan bilangan bulat", _REMEDY)
    if not 0 <= number <= MOST_PEOPLE:
        raise Misread(
            f"'{text}' di luar 0 sampai {MOST_PEOPLE} orang",
            "Periksa angkanya, atau pecah suratnya",
        )
    return int(number)
