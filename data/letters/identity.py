"""The stable id of a request: the same letter from the same site always has the same id."""

import hashlib
import re

from data.letter_numbers import Letter, letter_key
from data.places.institutions import institution_key
from data.places.names import plain
from data.requests import Site

_LONGEST_NAME = 24


def request_id(letter: Letter, institution: str, site: Site) -> str:
    """Readable id with eight hexadecimal digits of the letter and the site.

    Head-count, wishes and notes do not enter, so a corrected row updates its request. A letter
    without a number is told apart by its date.
    """
    told = letter_key(letter) or str(letter.letter_date or "")
    place = site.desa_code or site.kecamatan_code
    digest = hashlib.sha256("|".join((told, institution_key(institution), place)).encode())
    name = re.sub(r"[^a-z0-9]+", "-", plain(institution)).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{name}-{digest.hexdigest()[:8]}"
