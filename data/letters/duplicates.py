"""Finds letters that may ask for the same visit; a person decides, nothing is merged here."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from data.letter_numbers import letter_year, number_key
from data.letters.fields import Field
from data.life_cycle import STATE_NAMES
from data.places.institutions import institution_key
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

    The same letter and site has the same id; that is an update, not a duplicate. Requests without
    a common register number are compared only within their kecamatan.
    """
    known: dict[Hashable, list[_Known]] = defaultdict(list)
    for request in existing:
        _remember(_Known.of(request), known)
    pairs: list[DuplicatePair] = []
    for request in incoming:
        new = _Known.of(request)
        pairs.extend(_pairs(new, known))
        _remember(new, known)
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class _Known:
    """A request with what it is compared by."""

    request: Request
    name: str
    number: str | None

    @classmethod
    def of(cls, request: Request) -> "_Known":
        number = number_key(request.letter_number)
        return cls(request, institution_key(request.institution), number)

    def shelves(self) -> Iterator[Hashable]:
        """Where requests lie that may be the same one."""
        request, kecamatan = self.request, self.request.site.kecamatan_code
        # "SMKN 1 X" and "SMAN 2 X" are close to "SMAN 1 X" and yet other schools.
        digits = "".join(re.findall(r"\d", self.name))
        yield "name", kecamatan, request.kind, self.name[:4], digits
        if self.number:
            yield "letter", kecamatan, self.number
        if request.npsn:
            yield "npsn", request.npsn


def _remember(one: _Known, known: dict[Hashable, list[_Known]]) -> None:
    for shelf in one.shelves():
        known[shelf].append(one)


def _pairs(new: _Known, known: dict[Hashable, list[_Known]]) -> Iterator[DuplicatePair]:
    paired = {new.request.id}
    for shelf in new.shelves():
        for old in known[shelf]:
            likeness = None if old.request.id in paired else _likeness(new, old)
            if likeness:
                paired.add(old.request.id)
                yield DuplicatePair(new.request, old.request, likeness)


def _likeness(new: _Known, old: _Known) -> Likeness | None:
    one, other = new.request, old.request
    if _differ(one.npsn, other.npsn) or _differ(one.site.desa_code, other.site.desa_code):
        return None
    closeness = fuzz.ratio(new.name, old.name, score_cutoff=_CLOSE_NAME_OF_SAME_LETTER)
    if closeness and _same_number(new, old):
        return Likeness.SAME_LETTER
    same_number = one.npsn is not None and one.npsn == other.npsn
    same_site = same_number or closeness >= _CLOSE_NAME
    return Likeness.SAME_SITE if same_site and other.state not in _OVER else None


def _same_number(new: _Known, old: _Known) -> bool:
    """The same register number, unless the letters are known to be of two years."""
    years = letter_year(new.request), letter_year(old.request)
    return new.number is not None and new.number == old.number and not _differ(*years)


def _differ(one: str | int | None, other: str | int | None) -> bool:
    return bool(one and other and one != other)


def _shown(request: Request) -> dict[str, str]:
    site = request.site
    return {
        "Nomor": request.id,
        Field.LETTER_NUMBER.value: request.letter_number or "",
        Field.LETTER_DATE.value: str(request.letter_date or ""),
        Field.RECEIVED_DATE.value: str(request.received_date or ""),
        Field.INSTITUTION.value: request.institution,
        Field.NPSN.value: request.npsn or "",
        Field.DESA.value: site.desa or "",
        Field.KECAMATAN.value: site.kecamatan,
        Field.PEOPLE.value: str(request.people),
        Field.WISHED.value: ", ".join(map(str, request.wished_dates)),
        "Keadaan": STATE_NAMES[request.state],
    }
