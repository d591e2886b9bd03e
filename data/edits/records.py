"""What a planner's edit asks for."""

import datetime as dt
from dataclasses import dataclass

from optimizer.problem import Pin


class UnreadableEdits(Exception):
    """A workbook that cannot be read as edits of this plan; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Ban:
    """No visit to the request on that date."""

    request: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Edit:
    """One edited row.

    Attributes
    ----------
    sheet, row
        Where the planner finds it in the workbook.
    site
        Name of the site, for messages.
    pin
        The stop that must be in the plan, if the edit asks for one.
    ban
        The date that is taken away, if the edit forbids or leaves one.
    """

    sheet: str
    row: int
    site: str
    pin: Pin | None = None
    ban: Ban | None = None

    def __str__(self) -> str:
        return f"lembar '{self.sheet}', baris {self.row} ({self.site})"


@dataclass(frozen=True, slots=True)
class EditFault:
    """A row whose edit cannot be understood, and how to mend it."""

    sheet: str
    row: int
    message: str

    def __str__(self) -> str:
        return f"lembar '{self.sheet}', baris {self.row}: {self.message}"


@dataclass(frozen=True, slots=True)
class Edits:
    """All edits of a workbook, in its order, and the rows not understood."""

    edits: tuple[Edit, ...] = ()
    faults: tuple[EditFault, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedEdit:
    """An edit that breaks a rule; ``rule`` is the number of the specification's hard rule."""

    edit: Edit
    rule: int
    message: str

    def __str__(self) -> str:
        return f"{self.edit}: {self.message} (aturan {self.rule})"
