"""Commands on a week: ``week`` and ``export``."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.terminal import err, out, refuse, write_or_refuse


def _iso_week(text: str) -> str:
    from data.weekdays import dates_of_week

    try:
        dates_of_week(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    return text


Week = Annotated[
    str,
    typer.Argument(help="Minggu ISO, misalnya 2026-W49.", metavar="WEEK", callback=_iso_week),
]


def week(
    week: Week,
    seconds: Annotated[
        float | None, typer.Option(min=0.1, help="Batas waktu mencari, detik.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Benih acak.")] = 0,
) -> None:
    """Rencanakan satu minggu: baca surat, cari dan periksa rencana, cetak buku dan lembar tugas."""
    out.print(f"[bold]Rencana minggu {week}[/]")
    from config.settings import Settings
    from flows.runtime import prepare_prefect

    settings = Settings()
    prepare_prefect(settings.var)
    from flows.narrate import TerminalNarrator
    from flows.week_steps import InvalidPlan
    from flows.weekly import weekly_plan
    from optimizer.faults import InvalidDocument

    try:
        with TerminalNarrator(out).listening():
            folder = Path(weekly_plan(week, seconds=seconds, seed=seed))
    except InvalidDocument as invalid:
        refuse("Minggu ini belum bisa direncanakan", invalid.faults)
    except InvalidPlan as invalid:
        refuse("Rencana ditolak pemeriksa; tidak ada yang disimpan", invalid.violations, 1)
    out.print(f"\nBuka [bold]{folder / 'buku-rencana.html'}[/] untuk meninjau rencana,")
    out.print(f"cetak [bold]{folder / 'lembar-tugas.pdf'}[/] untuk petugas.")


def export(
    week: Week,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Berkas problem.json yang ditulis.")
    ],
) -> None:
    """Tulis problem.json sebuah minggu dari surat yang sudah tersimpan."""
    from flows import week_steps as steps
    from flows.files import json_text
    from flows.workplace import open_workplace
    from optimizer.faults import InvalidDocument
    from optimizer.problem_file import problem_document

    try:
        place = open_workplace()
        asked = steps.build_problem(place, week, steps.gather_requests(place, week))
    except InvalidDocument as invalid:
        refuse("Minggu ini belum bisa disusun", invalid.faults)
    write_or_refuse(output, json_text(problem_document(asked.problem)))
    err.print(f"{output}: {len(asked.problem.requests)} permohonan")
