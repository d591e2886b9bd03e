"""From a heading as somebody wrote it to the field it means."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from data.letters.fields import ALIASES, PERSONAL, Field
from data.places.names import plain

_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
_NUMBERING = re.compile(r"^\d+\s*[.)]\s*")
_NOT_WORDS = re.compile(r"[^0-9a-z]+")
_CLOSE = 88
_SHORTEST_GUESS = 5


def heading_key(text: str) -> str:
    """A heading's words: no case, accents, punctuation, numbering or remarks in brackets."""
    words = _NUMBERING.sub("", _ASIDE.sub(" ", plain(text)).strip())
    return _NOT_WORDS.sub(" ", words).strip()


_KNOWN: dict[str, Field] = {
    heading_key(alias): field for field in Field for alias in (field.value, *ALIASES.get(field, ()))
}


@lru_cache(maxsize=4096)
def field_of(heading: str) -> Field | None:
    """Field that a heading means, by alias, then close spelling, then an alias inside it."""
    key = heading_key(heading)
    if is_personal(heading) or not key:
        return None
    return _KNOWN.get(key) or _close_spelling(key) or _alias_inside(key)


@lru_cache(maxsize=4096)
def is_personal(heading: str) -> bool:
    """Whether a heading announces data of single persons (NIK, names of pupils)."""
    words = f" {heading_key(heading)} "
    return any(f" {personal} " in words for personal in PERSONAL)


def _close_spelling(key: str) -> Field | None:
    if len(key) < _SHORTEST_GUESS:
        return None
    found = process.extractOne(key, _KNOWN.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return _KNOWN[found[0]] if found else None


def _alias_inside(key: str) -> Field | None:
    """Long form questions: "Berapa jumlah siswa yang akan direkam?"."""
    inside = [alias for alias in _KNOWN if " " in alias and f" {alias} " in f" {key} "]
    return _KNOWN[max(inside, key=len)] if inside else None
