"""What every command says and how it ends."""

from collections.abc import Iterable
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
