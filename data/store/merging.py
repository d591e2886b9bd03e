"""What a second look at a letter changes: the letter's columns, never the request's progress."""

from typing import Any

from data import letter_numbers
from data.requests import Request
from data.store.request_document import request_document

PROGRESS = frozenset({"state", "people_left", "promised_dates", "weeks_waiting", "carried_over"})


def letter_key(request: Request) -> str:
    """Identity of a letter; without a number, the request's own id."""
    return letter_numbers.letter_key(request) or f"id:{request.id}"


def merged(stored: Request, letter: Request) -> Request:
    """The letter with the stored request's progress."""
    return letter.model_copy(update={name: getattr(stored, name) for name in PROGRESS})


def changes(before: Request, after: Request) -> dict[str, Any]:
    """(before, after) of each column that differs, as JSON values."""
    old, new = request_document(before), request_document(after)
    return {name: [old[name], new[name]] for name in new if old[name] != new[name]}
