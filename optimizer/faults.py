"""Faults: what is wrong with a document, and where."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong.

    Attributes
    ----------
    path
        Place in the document, e.g. ``requests[3].windows.2026-11-30[0]``; empty for the whole.
    message
        What is wrong and what is expected, in Bahasa Indonesia.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class InvalidDocument(ValueError):
    """A problem or plan that cannot be accepted; carries every fault found.

    Attributes
    ----------
    faults
        All faults, in document order.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)  # what pickle gives the constructor in another process

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))
