"""Commands on letters: ``jemputbola requests gather|import|list|show|withdraw|clarify``."""

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from flows.cli.arguments import Reason, Role
from flows.cli.duplicates import show_duplicates
from flows.cli.gather import gather
from flows.cli.terminal import BROKEN, UNREADABLE, err, out, refuse
from flows.cli.typed_letter import add

if TYPE_CHECKING:
    from data.requests import Request
    from flows.letter_steps import LetterFile

app = typer.Typer(help="Surat permohonan: baca, lihat, tarik, perjelas.", no_args_is_help=True)

RequestId = Annotated[str, typer.Argument(help="Nomor permohonan seperti tampil di daftar.")]


class Format(StrEnum):
    """How lists are written."""

    TABLE = "table"
    JSON = "json"


AsFormat = Annotated[Format, typer.Option("--format", help="Tabel untuk dibaca, atau JSON.")]


app.command()(add)
app.command()(gather)


@app.command("import")
def import_letters(
    files: Annotated[list[Path], typer.Argument(help="Buku kerja .xlsx atau berkas .csv.")],
) -> None:
    """Baca surat; baris yang salah ditulis ke buku kerja untuk diperbaiki dan dibaca lagi."""
    results = [_import(path) for path in files]
    for result in results:
        _tell(result)
    if any(result.failure for result in results):
        raise typer.Exit(UNREADABLE)
    if any(_wants_attention(result) for result in results):
        raise typer.Exit(BROKEN)


def _wants_attention(result: "LetterFile") -> bool:
    refused = any(hit.state in ("withdrawn", "refused") for hit in result.report.closed)
    return bool(result.faults or result.report.clashes or refused)


def _import(path: Path) -> "LetterFile":
    from flows.letter_steps import CLERK, import_letter_file
    from flows.workplace import open_workplace

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        rows = bar.add_task(path.name, total=None)
        return import_letter_file(
            open_workplace(),
            path,
            lambda done, total: bar.update(rows, completed=done, total=total),
            CLERK,
        )


def _tell(result: "LetterFile") -> None:
    from flows.week_words import letters_told

    for line in letters_told([replace(result, duplicates=())]):
        mark = "[yellow]![/]" if line.bad else "[green]✓[/]"
        out.print(f"{mark} {escape(line.text)}", highlight=False, soft_wrap=True)
    for fault in result.faults:
        out.print(f"  • {escape(str(fault))}", highlight=False, soft_wrap=True)
    show_duplicates(result.duplicates)


@app.command("list")
def list_requests(
    state: Annotated[
        list[str] | None, typer.Option("--state", help="Hanya keadaan ini, misalnya pending.")
    ] = None,
    format: AsFormat = Format.TABLE,
) -> None:
    """Daftar permohonan yang tersimpan."""
    from data.requests import State
    from flows.workplace import open_workplace

    unknown = sorted(set(state or ()) - set(State))
    if unknown:
        refuse("Keadaan tidak dikenal", [f"{', '.join(unknown)}; pilih dari {', '.join(State)}"])
    with open_workplace().store() as store:
        found = store.requests([State(name) for name in state] if state else State)
    if format is Format.JSON:
        typer.echo(_json([_public(request) for request in found]))
    else:
        out.print(_table(found))


def _public(request: "Request") -> dict[str, Any]:
    """A request without its contact."""
    return request.model_dump(mode="json", exclude={"contact"})


def _json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _table(found: "tuple[Request, ...]") -> Table:
    from data.life_cycle import STATE_NAMES

    table = Table(title=f"{len(found)} permohonan")
    table.add_column("Nomor", no_wrap=True)
    for heading in ("Lembaga", "Kecamatan", "Keadaan"):
        table.add_column(heading)
    table.add_column("Sisa", justify="right")
    table.add_column("Diminta", justify="right")
    for request in found:
        words = (request.id, request.institution, request.site.kecamatan)
        numbers = (str(request.people_left), str(request.people))
        table.add_row(*map(escape, words), STATE_NAMES[request.state], *numbers)
    return table


@app.command()
def show(request_id: RequestId, format: AsFormat = Format.TABLE) -> None:
    """Satu permohonan dengan riwayatnya."""
    from flows.workplace import open_workplace

    with open_workplace().store() as store:
        request = store.request(request_id)
        history = store.history(request_id)
    steps = [
        {"at": step.at.isoformat(), "by": step.actor, "to": step.to_state, "reason": step.reason}
        for step in history
    ]
    record = request.model_dump(mode="json")
    if format is Format.JSON:
        typer.echo(_json([{**record, "history": steps}]))
        return
    for name, value in record.items():
        if value not in (None, "", [], {}):
            out.print(f"{name:18} {escape(str(value))}", highlight=False, soft_wrap=True)
    for step in steps:
        out.print(escape(f"{step['at']}  {step['to']}  {step['by']}: {step['reason']}"))


@app.command()
def withdraw(request_id: RequestId, by: Role, reason: Reason) -> None:
    """Catat bahwa lembaga menarik permohonannya."""
    _move(request_id, ("withdrawn",), by, reason)


@app.command()
def clarify(request_id: RequestId, by: Role, reason: Reason) -> None:
    """Catat bahwa permohonan sudah diperjelas dengan lembaganya dan siap direncanakan."""
    _move(request_id, ("clarified", "pending"), by, reason)


def _move(request_id: str, states: tuple[str, ...], by: str, reason: str) -> None:
    from data.life_cycle import STATE_NAMES, IllegalTransition
    from data.requests import State
    from flows.workplace import open_workplace

    place = open_workplace()
    with place.store() as store:
        try:
            for state in states:
                store.transition(request_id, State(state), by, place.now(), reason)
        except IllegalTransition as error:
            refuse("Tidak dicatat", [error], BROKEN)
    out.print(f"{request_id}: {STATE_NAMES[State(states[-1])]}")
