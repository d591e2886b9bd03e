"""Every message the papers can say, drawn from code and templates."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file
from jinja2.ext import babel_extract

from data.itineraries import ledger_words, wording
from data.itineraries.pages import TEMPLATES
from data.itineraries.workbook import HOW_TO_EDIT

KEYWORDS = {"say": None}
INDONESIAN_ONLY = ("letterhead.typ", "task_letter.typ", "reply_letter.typ")


def all_messages() -> set[str]:
    return {*_constants(), *_python(), *_jinja(), *_typst()}


def _constants() -> Iterator[str]:
    for words in (wording.KINDS, wording.PRECISIONS, wording.SERVICES, wording.STATES):
        yield from words.values()
    for things in wording.EQUIPMENT.values():
        yield from things
    for words in (ledger_words.OUTCOMES, ledger_words.SIDES, ledger_words.CAUSES):
        yield from words.values()
    yield HOW_TO_EDIT


def _python() -> Iterator[str]:
    for path in sorted(Path(wording.__file__).parent.glob("*.py")):
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            yield str(message)


def _jinja() -> Iterator[str]:
    for path in sorted(TEMPLATES.iterdir()):
        if path.suffix in (".html", ".txt", ".svg"):
            with path.open("rb") as file:
                for _, _, message, _ in babel_extract(file, ["say"], (), {}):
                    yield message if isinstance(message, str) else message[0]


def _typst() -> Iterator[str]:
    for path in sorted(TEMPLATES.glob("*.typ")):
        if path.name not in INDONESIAN_ONLY:
            yield from re.findall(r'say\("([^"]*)"\)', path.read_text("utf-8"))
