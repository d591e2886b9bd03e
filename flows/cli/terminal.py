"""What every command says and how it ends."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape

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


def write_or_refuse(path: Path, text: str | bytes) -> None:
    """Write a file whole, or say why it cannot be written and leave."""
    from flows.files import write_whole

    try:
        write_whole(path, text)
    except OSError as error:
        refuse(f"{path} tidak bisa ditulis", [error.strerror or error])
