"""Times of day as an office writes them: ``07.00-15.30``."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from optimizer.clock import Span

_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})")


def parse_span(text: Any) -> Any:
    """Span of ``"07.00-15.30"``; a Span is returned as it is.

    Raises
    ------
    ValueError
        If the text is no such span, in Bahasa Indonesia.
    """
    if isinstance(text, Span):
        return text
    found = _SPAN.fullmatch(text.strip()) if isinstance(text, str) else None
    if found is None:
        raise ValueError(f"'{text}' bukan jam seperti 07.00-15.30")
    h1, m1, h2, m2 = map(int, found.groups())
    if m1 > 59 or m2 > 59 or not 0 <= h1 * 60 + m1 < h2 * 60 + m2 < 24 * 60:
        raise ValueError(f"'{text}' bukan jam seperti 07.00-15.30")
    return Span(h1 * 60 + m1, h2 * 60 + m2)


ClockSpan = Annotated[Span, BeforeValidator(parse_span)]
