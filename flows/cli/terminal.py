"""What every command says and how it ends."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TypeVar

import typer
from rich.console import Console
from rich.markup import escape

T = TypeVar("T")

out = Console()
err = Console(stderr=True)

BROKEN = 1
UNREADABLE = 2


def refuse(title: str, faults: Iterable[object], code: int = UNREADABLE) -> NoReturn:
    """Print every fault and leave with an exit status."""
    rows = list(faults)
    err.print(f"[bold red]{escape(title)}[/] ({len(rows)} kesalahan)")
    for fault in rows:
        err.print(f"  • {escape(str(fault))}", highlight=False, soft_wrap=True)
    raise typer.Exit(code)


def read_document(path: Path, read: Callable[[str], T]) -> T:
    """What a file says; a file that cannot be read ends the command."""
    from optimizer.faults import InvalidDocument

    try:
        return read(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        refuse(f"{path} tidak bisa dibaca", [error.strerror or error])
    except UnicodeDecodeError as error:
        refuse(f"{path} tidak bisa dibaca", [f"bukan teks UTF-8 ({error.reason})"])
    except InvalidDocument as invalid:
        refuse(f"{path} tidak sah", invalid.faults)


@contextmanager
def solvers_unheard() -> Iterator[None]:
    """Drop what native libraries print on their own: HiGHS has a forgotten line of debugging.

    Python's standard output goes where it went before. The stream that carries it meanwhile is
    never closed: a thread that put it back later would leave the command without an output.
    """
    try:
        direct = sys.stdout.fileno() == 1
    except (AttributeError, OSError, ValueError):
        direct = False
    if not direct:  # already caught by somebody
        yield
        return
    before = sys.stdout
    before.flush()
    ours = os.fdopen(os.dup(1), "w", 1, encoding=before.encoding)
    ours.reconfigure(errors=before.errors)
    sys.stdout = ours
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        ctypes.CDLL(None).fflush(None)
        ours.flush()
        os.dup2(ours.fileno(), 1)
        sys.stdout = before
