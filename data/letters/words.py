"""Free text of a row: institution, letter number, address, role, telephone."""

import re

from data.letters.cells import Value, text_of
from data.letters.faults import Misread
from data.places.names import plain

_LONGEST = 300
_PERSON = re.compile(
    r"^(?:bapak|bpk|ibu|pak|bu|sdri?|gus|ning|h|hj|kh|ust(?:adz(?:ah)?)?|dra?s?)\b"
)
_NOT_DIGITS = re.compile(r"[^\d]")


def read_text(value: Value) -> str:
    """A text of at most 300 characters.

    Raises
    ------
    Misread
        If it is longer.
    """
    text = text_of(value)
    if len(text) > _LONGEST:
        raise Misread(
            f"teksnya terlalu panjang ({len(text)} huruf)", f"Ringkas sampai {_LONGEST} huruf"
        )
    return text


def read_role(value: Value) -> str:
    """The role of a contact, never a person's name.

    Raises
    ------
    Misread
        If the text begins like a person's name.
    """
    role = read_text(value)
    if _PERSON.search(plain(role)):
        raise Misread("nama orang tidak disimpan", "Tulis jabatannya saja, misalnya Kepala TU")
    return role


def read_phone(value: Value) -> str:
    """A telephone number; a leading zero lost by the spreadsheet is put back.

    Raises
    ------
    Misread
        If there are too few or too many digits.
    """
    text = read_text(value)
    digits = _NOT_DIGITS.sub("", text)
    if not 6 <= len(digits) <= 15:
        # The number itself is not repeated: faults are logged, and logs carry no telephone.
        raise Misread("bukan satu nomor telepon", "Tulis satu nomor, misalnya 0343-555-0100")
    return f"0{text}" if text == digits and digits.startswith("8") else text


def read_npsn(value: Value) -> str:
    """A school number of eight digits.

    Raises
    ------
    Misread
        If it is none.
    """
    text = text_of(value)
    if not re.fullmatch(r"[0-9A-Z]\d{7}", text.upper()):
        raise Misread(f"NPSN '{text}' tidak terdiri dari 8 angka", "Periksa NPSN, atau kosongkan")
    return text.upper()
