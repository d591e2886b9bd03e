"""Letters in: workbooks and CSV files as offices export them -> requests, or faults to mend."""

from data.letters.faults import LetterFault, Letters, UnreadableLetters
from data.letters.faults_workbook import write_faults_workbook
from data.letters.read import read_letters

__all__ = [
    "LetterFault",
    "Letters",
    "UnreadableLetters",
    "read_letters",
    "write_faults_workbook",
]
