"""Names of places as people write them, reduced to what tells them apart."""

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process

_ADMINISTRATIVE = re.compile(r"^(?:kecamatan|kec|kelurahan|kel|desa|ds|kabupaten|kab)\b[\s.:]*")
_WHERE = re.compile(r"(?:,|\s(?:kecamatan|kec|kabupaten|kab)\b).*$", re.DOTALL)
_NOT_LETTERS = re.compile(r"[^0-9a-z]+")
_CLOSE = 70


def plain(text: str) -> str:
    """Lower-case ASCII of a text, e.g. ``"Pésantrén"`` -> ``"pesantren"``."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def place_key(text: str) -> str:
    """Key under which a place is known, whatever the case, accents, spaces and prefixes.

    ``"Kec. Gondang-Wetan, Kab. Pasuruan"`` and ``"GONDANGWETAN"`` have the same key.
    """
    name = _WHERE.sub("", plain(text).strip())
    return _NOT_LETTERS.sub("", _ADMINISTRATIVE.sub("", name))


def closest_names(text: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Names spelt like ``text``, best first; empty if none is near."""
    found = process.extract(
        text, tuple(names), scorer=fuzz.ratio, processor=place_key, limit=most, score_cutoff=_CLOSE
    )
    return tuple(name for name, _, _ in found)
