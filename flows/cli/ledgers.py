"""Commands on the ledgers: ``jemputbola ledger promises|kecamatan|cards|printed``."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from flows.cli.arguments import Role, Week
from flows.cli.terminal import out

app = typer.Typer(help="Buku besar: janji, kecamatan, kartu.", no_args_is_help=True)


@app.command()
def promises(week: Week) -> None:
    """Janji minggu itu: ditepati, dipindah, atau tidak, dengan sebabnya."""
    from flows.ledger_steps import promise_rows
    from flows.workplace import open_workplace

    _print(promise_rows(open_workplace(), week))


@app.command()
def kecamatan(week: Week) -> None:
    """Orang diminta dan terlayani tiap kecamatan, dan minggu sejak sesi Kenduren Mas."""
    from flows.ledger_steps import kecamatan_rows
    from flows.workplace import open_workplace

    _print(kecamatan_rows(open_workplace(), week))


def _print(rows: list[dict[str, str]]) -> None:
    table = Table(*(rows[0] if rows else ()), title=f"{len(rows)} baris")
    for row in rows:
        table.add_row(*map(escape, row.values()))
    out.print(table)


@app.command()
def cards(
    capacity: Annotated[
        int | None,
        typer.Option(min=0, help="Andai sekian kartu bisa dicetak seminggu; kosong: setelan."),
    ] = None,
) -> None:
    """Kartu terekam yang belum dicetak, dan kapan habis."""
    from flows.ledger_steps import card_lines
    from flows.workplace import open_workplace

    for line in card_lines(open_workplace(), capacity):
        out.print(line, highlight=False, soft_wrap=True)


@app.command()
def printed(
    week: Week, cards: Annotated[int, typer.Argument(min=0, help="Kartu tercetak.")], by: Role
) -> None:
    """Catat berapa kartu yang tercetak minggu itu; catatan baru menggantikan yang lama."""
    from flows.workplace import open_workplace

    place = open_workplace()
    with place.store() as store:
        store.record_printed(place.office.regency_code, week, cards, by, place.now())
    out.print(f"{cards} kartu tercetak minggu {week}")
