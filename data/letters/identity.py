"""The stable id of a request: the same letter from the same site always has the same id."""

import datetime as dt
import hashlib
import re

from data.places.institutions import institution_key
from data.places.names import plain
from data.requests import Site

_LONGEST_NAME = 24


def request_id(
    letter_number: str | None, letter_date: dt.date | None, institution: str, site: Site
) -> str:
    """Readable id with eight hexadecimal digits of the letter and the site.

    Head-count, dates and notes do not enter, so a corrected row updates its request. A letter
    without a number is told apart by its date.
    """
    letter = letter_key(letter_number) if letter_number else str(letter_date or "")
    place = site.desa_code or site.kecamatan_code
    digest = hashlib.sha256("|".join((letter, institution_key(institution), place)).encode())
    name = re.sub(r"[^a-z0-9]+", "-", plain(institution)).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{name}-{digest.hexdigest()[:8]}"


def letter_key(letter_number: str) -> str:
    """Letter number without case, spaces and stray signs."""
    return re.sub(r"[^a-z0-9/]", "", plain(letter_number))
