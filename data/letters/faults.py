"""What reading a file of letters gives: requests, faults, notes."""

from dataclasses import dataclass

from data.requests import Request


class UnreadableLetters(Exception):
    """A file that cannot be read as letters at all; the message says why and what to do."""


class Misread(ValueError):
    """A cell that does not say what its column asks for.

    Attributes
    ----------
    message, remedy
        What is wrong and how to mend it, in Bahasa Indonesia.
    """

    def __init__(self, message: str, remedy: str) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message}; {remedy}")


@dataclass(frozen=True, slots=True, order=True)
class LetterFault:
    """One thing wrong with a row, at the place where the clerk finds it.

    Attributes
    ----------
    sheet, row, column
        Sheet name, row number as the spreadsheet shows it, heading of the column.
    message, remedy
        What is wrong and how to mend it, in Bahasa Indonesia.
    cell
        Address such as ``F12``, or None when the column is missing.
    """

    sheet: str
    row: int
    column: str
    message: str
    remedy: str
    cell: str | None = None

    def __str__(self) -> str:
        where = f"lembar '{self.sheet}', baris {self.row}, kolom '{self.column}'"
        return f"{where}: {self.advice}"

    @property
    def advice(self) -> str:
        """What is wrong and how to mend it, as one text."""
        stop = "" if self.message.endswith("?") else "."
        return f"{self.message}{stop} {self.remedy}."


@dataclass(frozen=True, slots=True)
class Letters:
    """A file of letters, read.

    Attributes
    ----------
    requests
        Good rows, in order of the file.
    faults
        Everything wrong with the other rows; a row with a fault gives no request.
    notes
        What the reader should know though nothing is refused (columns and sheets left aside).
    """

    requests: tuple[Request, ...]
    faults: tuple[LetterFault, ...]
    notes: tuple[LetterFault, ...] = ()
