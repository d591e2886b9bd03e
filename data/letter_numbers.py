"""By what a letter is told from others: its register number and the year of its register."""

import datetime as dt
import re
from typing import Protocol

from data.places.names import plain

# Signs inside a number count: 421.3/15 and 4213/15 are two letters of one register.
_STRAY = re.compile(r"[^a-z0-9/.\-]")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


class Letter(Protocol):
    """Whatever carries the head of a letter."""

    @property
    def letter_number(self) -> str | None:
        """Number in the sender's register."""

    @property
    def letter_date(self) -> dt.date | None:
        """Day it was written."""

    @property
    def received_date(self) -> dt.date | None:
        """Day it arrived."""


def number_key(letter_number: str | None) -> str | None:
    """Register number without case, spaces and stray signs; None if nothing is left."""
    return _STRAY.sub("", plain(letter_number or "")).strip("/.-") or None


def letter_year(letter: Letter) -> int | None:
    """Year of the register a letter stands in: when it was written, else when it arrived."""
    date = letter.letter_date or letter.received_date
    return date.year if date else None


def has_year(letter: Letter) -> bool:
    """Whether the same number of next year's register can be told from this letter."""
    return letter_year(letter) is not None or bool(_YEAR.search(letter.letter_number or ""))


def letter_key(letter: Letter) -> str | None:
    """Key of a numbered letter among all letters of its sender; None without a number.

    Registers start anew every January, so the year joins a number that does not hold it.
    """
    number, year = number_key(letter.letter_number), letter_year(letter)
    if number is None or year is None or str(year) in re.findall(r"\d+", number):
        return number
    return f"{number}@{year}"
