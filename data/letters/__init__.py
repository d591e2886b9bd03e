"""Letters in: workbooks and CSV files as offices export them -> requests, or faults to mend."""

from data.letters.duplicates import DuplicatePair, find_duplicates
from data.letters.faults import LetterFault, Letters, UnreadableLetters
from data.letters.faults_workbook import write_faults_workbook
from data.letters.fields import Field
from data.letters.read import read_letter, read_letters

__all__ = [
    "DuplicatePair",
    "Field",
    "LetterFault",
    "Letters",
    "UnreadableLetters",
    "find_duplicates",
    "read_letter",
    "read_letters",
    "write_faults_workbook",
]
