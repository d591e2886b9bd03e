"""E-mails saved as ``.eml`` files: their attached tables, nothing else."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path, PurePosixPath

from data.letters.faults import UnreadableLetters
from data.letters.limits import refuse_large_file

TABLES = (".xlsx", ".csv")
MOST = 20
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attached table; the name is safe to write in any folder."""

    name: str
    content: bytes


def attached_tables(path: Path) -> tuple[Attachment, ...]:
    """Workbooks and CSV files of a saved e-mail, those of forwarded e-mails among them.

    Raises
    ------
    UnreadableLetters
        If the file is missing, empty, too large, or has no or too many tables.
    """
    refuse_large_file(path)
    message = message_from_bytes(path.read_bytes(), policy=default)
    found = [part for part in message.walk() if _is_table(part)]
    if not found:
        raise UnreadableLetters(
            f"surel '{path.name}' tidak berlampiran .xlsx atau .csv; minta lampirannya"
        )
    if len(found) > MOST:
        raise UnreadableLetters(f"surel '{path.name}' berlampiran lebih dari {MOST} tabel")
    return tuple(
        Attachment(f"{_safe(path.stem)}-{number}-{_safe(_name(part))}", _content(part))
        for number, part in enumerate(found, start=1)
    )


def _is_table(part: EmailMessage) -> bool:
    return _name(part).casefold().endswith(TABLES)


def _name(part: EmailMessage) -> str:
    """The file's own name; folders that a sender writes before it are dropped."""
    return PurePosixPath((part.get_filename() or "").replace("\\", "/")).name


def _safe(name: str) -> str:
    return _NOT_IN_A_NAME.sub("-", name).strip(".-")[-80:]


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
