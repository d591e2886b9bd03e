"""A request as JSON with one spelling, so that equal records are equal texts."""

import json
from typing import Any

from data.requests import Request


def canonical(document: Any) -> str:
    """JSON with sorted keys and no spaces."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def request_document(request: Request) -> dict[str, Any]:
    """The record as a JSON object; sets become sorted lists."""
    document: dict[str, Any] = request.model_dump(mode="json")
    document["services"] = sorted(document["services"])
    for span in document["hours"]:
        span["weekdays"] = sorted(span["weekdays"])
    return document


def request_text(request: Request) -> str:
    """The record as a JSON text."""
    return canonical(request_document(request))


def read_request(text: str) -> Request:
    """Record of ``request_text``."""
    return Request.model_validate_json(text)
