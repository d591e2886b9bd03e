"""Names of institutions, reduced to what tells them apart."""

import re

from data.places.names import plain

# One institution each: "SMA Negeri 1 X" and "UPT SMAN 1 X"; "SMAS X" and "SMA X"; "PP X" and
# "Pondok Pesantren X"; "Pemdes X" and "Desa X".
_SPELLINGS = tuple(
    (re.compile(pattern), usual)
    for pattern, usual in (
        (r"^(?:upt|kepala|kantor|balai|pemerintah) ", ""),
        (r"\b(sma|smk|slb|ma) ?n(?:egeri)?\b", r"\1n"),
        (r"\b(sma|smk|slb|ma)s\b", r"\1"),
        (r"\b(sma|smk|slb|ma) swasta\b", r"\1"),
        (r"^(?:pondok pesantren|pondok|pesantren|ponpes|pp)\b", "pp"),
        (r"^(?:pemdes|desa|ds)\b", "desa"),
        (r"^(?:kelurahan|kel)\b", "kelurahan"),
    )
)
_NOT_LETTERS = re.compile(r"[^0-9a-z]+")


def institution_key(name: str) -> str:
    """Key under which an institution is known.

    ``"SMA Negeri 1 Kejayan"`` and ``"SMAN 1 KEJAYAN"`` have the same key.
    """
    words = _NOT_LETTERS.sub(" ", plain(name)).strip()
    for pattern, usual in _SPELLINGS:
        words = pattern.sub(usual, words)
    return words.replace(" ", "")
