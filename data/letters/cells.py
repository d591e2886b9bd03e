"""Cells, rows and sheets as they stand in a file, before anything is understood."""

import datetime as dt
import re
from dataclasses import dataclass

_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "#n/a", "nihil", "."})
_NEUTRALISED = re.compile(r"^'(?=[=+\-@])")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula found in a cell: never evaluated, only named."""

    text: str


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A cell of a CSV file whose quotation marks do not match: where it ends is a guess."""

    text: str


Value = None | str | bool | int | float | dt.datetime | dt.date | dt.time | Formula | Unclosed


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number as the spreadsheet shows it."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows from top to bottom, empty ones left out."""

    name: str
    rows: tuple[Row, ...]


def text_of(value: Value) -> str:
    """A cell as text, spaces tidied, invisible signs taken out; empty for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, Formula | Unclosed):
        value = value.text
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    text = str(value)
    if not text.isprintable():
        text = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return _NEUTRALISED.sub("", " ".join(text.split()))


def is_blank(value: Value) -> bool:
    """Whether a cell says nothing; people also write a dash for that."""
    return value is None or text_of(value).casefold() in _NOTHING


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula; ``text_of`` takes the mark off again."""
    shown = text.lstrip()
    return f"'{shown}" if shown.startswith(("=", "+", "-", "@")) else text
