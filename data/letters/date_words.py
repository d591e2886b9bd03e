"""The words dates are made of, in Indonesian and English."""

import re

from babel.dates import get_day_names, get_month_names

from data.places.names import plain

MONTHS: dict[str, int] = {
    plain(name).rstrip("."): number
    for locale in ("id", "en")
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=locale).items()
} | {"agust": 8, "agt": 8, "agu": 8, "sept": 9, "nop": 11, "nopember": 11, "pebruari": 2}
WEEKDAYS: dict[str, int] = {
    plain(name): number + 1
    for locale in ("id", "en")
    for number, name in get_day_names("wide", locale=locale).items()
} | {"ahad": 7, "jum'at": 5}

_TOKEN = re.compile(
    r"(?P<iso>(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2}))"
    r"(?:[t ]\d{1,2}[:.]\d{2}\S*(?: ?[ap]m)?)?"
    r"|(?P<numeric>(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4}|\d{2}))(?!\d)"
    r"(?: \d{1,2}[:.]\d{2}\S*(?: ?[ap]m)?)?"
    r"|(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<day>\d{1,2})(?!\d)"
    r"|(?P<until>s\.?/?d\.?(?![a-z])|sampai(?: dengan)?|hingga|[-–—])"
    r"|(?P<word>[a-z']+)\.?"
    r"|(?P<gap>[\s,;/&.()]+)"
)
_COMPACT = re.compile(r"\b(\d{1,2})[-/]([a-z]{3,})[-/](?:20)?(\d\d)(?!\d)")
_FILLERS = frozenset({"hari", "tanggal", "tgl", "dan", "atau", "pada", "wib", "and", "or"})


def date_tokens(text: str) -> list[re.Match[str]] | None:
    """Tokens of a text that matter for dates, left to right; None if a sign fits no token."""
    lowered, position = _COMPACT.sub(r"\1 \2 20\3", plain(text)), 0
    tokens = []
    while position < len(lowered):
        found = _TOKEN.match(lowered, position)
        if found is None:
            return None
        if not (found["gap"] or found["word"] in _FILLERS):
            tokens.append(found)
        position = found.end()
    return tokens
