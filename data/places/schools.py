"""Names of schools, reduced to what tells them apart."""

import re

from data.places.names import plain

# "SMA Negeri 1 X", "SMAN 1 X" and "UPT SMAN 1 X" are one school; "SMAS X" and "SMA X" too.
_STATE = re.compile(r"\b(sma|smk|slb|ma) ?n(?:egeri)?\b")
_PRIVATE = re.compile(r"\b(sma|smk|slb|ma)s\b|\b(sma|smk|slb|ma) swasta\b")
_OFFICE = re.compile(r"^upt ")
_NOT_LETTERS = re.compile(r"[^0-9a-z]+")


def school_key(name: str) -> str:
    """Key under which a school is known.

    ``"SMA Negeri 1 Kejayan"`` and ``"SMAN 1 KEJAYAN"`` have the same key.
    """
    words = _OFFICE.sub("", _NOT_LETTERS.sub(" ", plain(name)).strip())
    words = _PRIVATE.sub(lambda m: m[1] or m[2], _STATE.sub(r"\1n", words))
    return words.replace(" ", "")
