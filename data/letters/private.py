"""Refuses what must never come in: NIK and lists of pupils."""

import re

from data.letters.cells import Formula, Unclosed, Value, text_of
from data.letters.faults import Misread

# 16 digits at one stretch, or set apart by one and the same sign as on a card.
_SIXTEEN = re.compile(r"(?<![\d.,])\d{16}(?!\d)")
_SPACED = re.compile(r"(?<![\d.,])\d+([ .\-])\d+(?:\1\d+)*(?!\d)")
_NUMBERED_LINE = re.compile(r"^\s*\d{1,3}\s*[.)]\s*[^\W\d]{2,}", re.MULTILINE)
_FEWEST_NAMES = 5


def refuse_personal(value: Value) -> None:
    """Refuse a cell that looks like a NIK or a numbered list of persons.

    Raises
    ------
    Misread
        With the reason.
    """
    if has_nik(value):
        raise Misread(
            "sel ini seperti NIK (16 angka); data perorangan tidak boleh masuk",
            "Hapus NIK-nya; cukup tulis jumlah orang",
        )
    text = value.text if isinstance(value, Formula | Unclosed) else str(value)
    if len(_NUMBERED_LINE.findall(text)) >= _FEWEST_NAMES:
        raise Misread(
            "sel ini seperti daftar nama; data perorangan tidak boleh masuk",
            "Hapus daftar namanya; cukup tulis jumlah orang",
        )


def has_nik(value: Value) -> bool:
    """Whether a cell holds 16 digits in the shape of a NIK."""
    text = text_of(value)
    if len(text) < 16 or (isinstance(value, float) and not value.is_integer()):
        return False
    if _SIXTEEN.search(text):
        return True
    return any(_plausible(re.sub(r"\D", "", found[0])) for found in _SPACED.finditer(text))


def _plausible(digits: str) -> bool:
    """16 digits; province 11-96, day 1-31 (women 41-71), month 1-12: how a NIK is made."""
    if len(digits) != 16:
        return False
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return 11 <= province <= 96 and 1 <= day % 40 <= 31 and day <= 71 and 1 <= month <= 12
