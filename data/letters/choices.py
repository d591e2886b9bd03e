"""Cells that choose from a few words: kind of institution, services, yes or no."""

import re

from data.letters.cells import Value, text_of
from data.letters.faults import Misread
from data.places.names import plain
from data.requests import Kind

# Word beginnings that give a kind or a service away, first match wins.
_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.PESANTREN, r"\b(pesantren|ponpes|pondok|pp|ma'?had)\b"),
    (Kind.SCHOOL, r"\b(sekolah|school|madrasah|sm[ak][sn]?|smait|slbn?|mas?|man|smpn?|mtsn?)\b"),
    (Kind.VILLAGE, r"\b(desa|kelurahan|kel|balai desa|village|dusun|rt|rw)\b"),
    (Kind.OTHER, r"\b(lain\w*|other|umum|kecamatan|panti|lapas|rumah sakit|rsud|pt|kantor)\b"),
)  # fmt: skip
_SERVICES: tuple[tuple[str, str], ...] = (
    ("recording", r"\b(perekaman|rekam\w*|recording|biometri\w*)\b"),
    ("printing", r"\b(cetak\w*|pencetakan|printing)\b"),
    ("civil_registry", r"\b(akta\w*|akte|kia|kk|kartu keluarga|adminduk|kependudukan|civil\w*)\b"),
)  # fmt: skip
_YES = re.compile(r"^(ya|y|yes|boleh|bisa|dapat|true|1|v|√|✓)\b|^[√✓]")
_NO = re.compile(r"^(tidak|tdk|t|no|n|jangan|false|0|x)\b")


def read_kind(value: Value) -> Kind:
    """Kind of institution from a word for it or from the institution's name.

    Raises
    ------
    Misread
        If no word is known.
    """
    text = plain(text_of(value))
    for kind, words in _KINDS:
        if re.search(words, text):
            return kind
    raise Misread(
        f"jenis lembaga '{text_of(value)}' tidak dikenal",
        "Pilih: Sekolah, Pesantren, Desa/Kelurahan, atau Lainnya",
    )


def read_services(value: Value) -> frozenset[str]:
    """Services named in a cell.

    Raises
    ------
    Misread
        If none is known.
    """
    text = plain(text_of(value))
    found = frozenset(service for service, words in _SERVICES if re.search(words, text))
    if not found and re.search(r"\bktp", text):
        return frozenset({"recording"})
    if not found:
        raise Misread(
            f"layanan '{text_of(value)}' tidak dikenal",
            "Pilih: Perekaman KTP-el, Pencetakan, Akta dan KK (boleh lebih dari satu)",
        )
    return found


def read_yes_no(value: Value) -> bool:
    """Yes or no.

    Raises
    ------
    Misread
        If the cell says neither.
    """
    if isinstance(value, bool):
        return value
    text = plain(text_of(value)).strip()
    if _YES.search(text):
        return True
    if _NO.search(text):
        return False
    raise Misread(f"'{text_of(value)}' bukan Ya atau Tidak", "Tulis Ya atau Tidak")
