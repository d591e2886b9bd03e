"""The language of a paper: its words from a message catalogue, its dates and numbers by locale.

Messages are written in Bahasa Indonesia in code and templates; a catalogue
``locale/<lang>.po`` beside this file gives their translation.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

CATALOGUES = Path(__file__).parent / "locale"
LOCALES = {"id": "id_ID", "en": "en_GB"}


@dataclass(frozen=True)
class Language:
    """Speaks to a reader: ``say("{count} orang", count=say.number(1250))``."""

    code: str
    locale: Locale
    words: Mapping[str, str]
    zone: str

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, its ``{fields}`` filled in."""
        return self.words.get(message, message).format(**values)

    def date(self, date: dt.date) -> str:
        """``Senin, 30 November 2026``."""
        return format_date(date, "EEEE, d MMMM y", locale=self.locale)

    def plain_date(self, date: dt.date) -> str:
        """``30 November 2026``."""
        return format_date(date, "d MMMM y", locale=self.locale)

    def short_date(self, date: dt.date) -> str:
        """``Sen 30 Nov``."""
        return format_date(date, "EEE d MMM", locale=self.locale)

    def clock(self, minute: int) -> str:
        """``08.00`` of a minute after midnight."""
        return format_time(dt.time(*divmod(minute, 60)), "short", locale=self.locale)

    def time(self, minute: int) -> str:
        """``08.00 WIB`` of a minute after midnight."""
        return f"{self.clock(minute)} {self.zone}"

    def number(self, value: float, decimals: int = 0) -> str:
        """``1.250`` or, with decimals, ``12,4``."""
        tail = "." + "0" * decimals if decimals else ""
        return format_decimal(value, f"#,##0{tail}", locale=self.locale)

    def percent(self, share: float) -> str:
        """``0,5 %`` of a share of one."""
        return f"{self.number(100 * share, 1)} %"


@cache
def language(code: str, zone: str = "WIB") -> Language:
    """The language of that code.

    Raises
    ------
    ValueError
        If the office's papers are not written in that language.
    """
    if code not in LOCALES:
        raise ValueError(f"bahasa '{code}' tidak tersedia; pilih salah satu: {', '.join(LOCALES)}")
    return Language(code, Locale.parse(LOCALES[code]), _catalogue(code), zone)


def _catalogue(code: str) -> Mapping[str, str]:
    path = CATALOGUES / f"{code}.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.string}
