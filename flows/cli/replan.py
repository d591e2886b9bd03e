"""The command ``replan``."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.arguments import Week
from flows.cli.running import flow_run
from flows.cli.terminal import out

Ids = Annotated[list[str] | None, typer.Option(help="Nomor permohonan; boleh diulang.")]


def replan(
    week: Week,
    since: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Tanggal pertama yang bisa berubah; hari ini."),
    ] = None,
    cancel: Ids = None,
    urgent: Ids = None,
    fill: Annotated[bool, typer.Option("--fill", help="Isi waktu luang dengan antrean.")] = False,
    seconds: Annotated[float | None, typer.Option(min=0.1, help="Batas waktu, detik.")] = None,
) -> None:
    """Susun ulang sisa minggu terbit; catat dulu kendaraan rusak dan petugas sakit di armada."""
    with flow_run():
        from flows.forms import ReplanForm
        from flows.replan import replan_week

        form = ReplanForm(
            week=week,
            since=since.date() if since else None,
            cancelled=tuple(cancel or ()),
            urgent=tuple(urgent or ()),
            fill=fill,
            seconds=seconds,
        )
        folder = Path(replan_week(form))
    out.print(f"\nTinjau [bold]{folder / 'buku-rencana.html'}[/], lalu setujui dan terbitkan.")
