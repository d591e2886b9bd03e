"""Letters that may ask for the same visit, side by side; a person decides."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from flows.cli.terminal import out

if TYPE_CHECKING:
    from data.letters import DuplicatePair


def show_duplicates(pairs: "Iterable[DuplicatePair]") -> None:
    """Print a table for each pair."""
    for pair in pairs:
        out.print(duplicate_table(pair))


def duplicate_table(pair: "DuplicatePair") -> Table:
    """Both letters' fields next to each other; those that differ are marked."""
    table = Table(
        title=f"mungkin ganda: {pair.likeness.value}",
        title_justify="left",
        caption="Bila memang satu: jemputbola requests withdraw NOMOR --by JABATAN --reason SEBAB",
        caption_justify="left",
    )
    for heading in ("", "Isian", "Surat baru", "Sudah ada"):
        table.add_column(heading, overflow="fold")
    known = (row for row in pair.side_by_side() if any(row[1:]))
    for heading, new, old in known:
        mark, style = ("≠", "bold yellow") if new != old else ("", "dim")
        table.add_row(mark, *map(escape, (heading, new or "-", old or "-")), style=style)
    return table
