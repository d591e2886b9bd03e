"""Finds letters that may ask for the same visit; a person decides, nothing is merged here."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from data.letters.fields import Field
from data.letters.identity import letter_key
from data.places.schools import school_key
from data.requests import Request, State

_OVER = frozenset({State.SERVED, State.WITHDRAWN, State.REFUSED})
_CLOSE_NAME = 90
_CLOSE_NAME_OF_SAME_LETTER = 75


class Likeness(StrEnum):
    """Why two requests may be one."""

    SAME_LETTER = "nomor surat sama"
    SAME_SITE = "tempat sama, permohonan lama masih terbuka"


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two requests that may be one, the newer first."""

    new: Request
    old: Request
    likeness: Likeness

    def side_by_side(self) -> tuple[tuple[str, str, str], ...]:
        """Heading, new and old text of every field that helps to decide (no contacts)."""
        news, olds = _shown(self.new), _shown(self.old)
        return tuple((heading, news[heading], olds[heading]) for heading in news)


def find_duplicates(
    incoming: Iterable[Request], existing: Iterable[Request]
) -> tuple[DuplicatePair, ...]:
    """Pairs of an incoming request with an existing or an earlier incoming one.

    The same letter and site has the same id; that is an update, not a duplicate. Only requests of
    one kecamatan are compared.
    """
    known: dict[str, list[Request]] = defaultdict(list)
    for request in existing:
        known[request.site.kecamatan_code].append(request)
    pairs: list[DuplicatePair] = []
    for request in incoming:
        neighbours = known[request.site.kecamatan_code]
        pairs.extend(_pairs(request, neighbours))
        neighbours.append(request)
    return tuple(pairs)


def _pairs(request: Request, neighbours: list[Request]) -> Iterator[DuplicatePair]:
    for other in neighbours:
        likeness = _likeness(request, other) if other.id != request.id else None
        if likeness:
            yield DuplicatePair(request, other, likeness)


def _likeness(new: Request, old: Request) -> Likeness | None:
    if _differ(new.npsn, old.npsn) or _differ(new.site.desa_code, old.site.desa_code):
        return None
    if _same_letter(new, old) and _closeness(new, old) >= _CLOSE_NAME_OF_SAME_LETTER:
        return Likeness.SAME_LETTER
    if old.state not in _OVER and (_same_number(new, old) or _same_name(new, old)):
        return Likeness.SAME_SITE
    return None


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _same_letter(new: Request, old: Request) -> bool:
    if not (new.letter_number and old.letter_number):
        return False
    return letter_key(new.letter_number) == letter_key(old.letter_number)


def _same_number(new: Request, old: Request) -> bool:
    return new.npsn is not None and new.npsn == old.npsn


def _same_name(new: Request, old: Request) -> bool:
    """Names so close that only their spelling can differ."""
    one, other = school_key(new.institution), school_key(old.institution)
    # "SMKN 1 X" and "SMAN 2 X" are close to "SMAN 1 X" and yet other schools.
    if one[:4] != other[:4] or re.findall(r"\d", one) != re.findall(r"\d", other):
        return False
    return new.kind is old.kind and _closeness(new, old) >= _CLOSE_NAME


def _closeness(new: Request, old: Request) -> float:
    """Likeness of the institutions' names, 0-100."""
    return fuzz.ratio(school_key(new.institution), school_key(old.institution))


def _shown(request: Request) -> dict[str, str]:
    site = request.site
    return {
        "Id": request.id,
        Field.LETTER_NUMBER.value: request.letter_number or "",
        Field.LETTER_DATE.value: str(request.letter_date or ""),
        Field.RECEIVED_DATE.value: str(request.received_date or ""),
        Field.INSTITUTION.value: request.institution,
        Field.NPSN.value: request.npsn or "",
        Field.DESA.value: site.desa or "",
        Field.KECAMATAN.value: site.kecamatan,
        Field.PEOPLE.value: str(request.people),
        Field.WISHED.value: ", ".join(map(str, request.wished_dates)),
        "Status": request.state.value,
    }
