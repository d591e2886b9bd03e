"""Commands on a week: ``week`` and ``export``."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.cli.arguments import Week
from flows.cli.running import flow_run
from flows.cli.terminal import BROKEN, err, out, refuse


class Language(StrEnum):
    """Languages of the papers."""

    INDONESIAN = "id"
    ENGLISH = "en"


def week(
    week: Week,
    seconds: Annotated[
        float | None, typer.Option(min=0.1, help="Batas waktu mencari, detik.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Benih acak.")] = 0,
    edits: Annotated[
        Path | None, typer.Option(help="Buku kerja minggu ini yang sudah Anda sunting (.xlsx).")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Bahasa dokumen.")] = Language.INDONESIAN,
    lessons: Annotated[
        bool, typer.Option(help="Pakai pelajaran dari laporan lapangan untuk menit dan kehadiran.")
    ] = True,
    refused: Annotated[
        list[str] | None,
        typer.Option(
            "--refuse", help="Tolak satu pelajaran: namanya seperti diberitahukan; boleh diulang."
        ),
    ] = None,
) -> None:
    """Rencanakan satu minggu: baca surat, cari dan periksa rencana, cetak buku dan lembar tugas."""
    out.print(f"[bold]Rencana minggu {week}[/]")
    options: Any = {"week": week, "seconds": seconds, "seed": seed, "lang": lang.value}
    with flow_run(), _plan_refusals():
        from flows.forms import PlanningForm, RevisionForm

        if edits is None:
            from flows.weekly import weekly_plan

            form = PlanningForm(lessons=lessons, refused=tuple(refused or ()), **options)
            folder = Path(weekly_plan(form))
        else:
            from flows.revise import revise_week

            folder = Path(revise_week(RevisionForm(edits=edits.absolute(), **options)))
    _show_papers(folder)


PAPERS = {
    "buku-rencana.html": "tinjau rencana",
    "lembar-tugas.pdf": "cetak untuk petugas",
    "buku-kerja.xlsx": "sunting bila perlu, lalu --edits",
}


def _show_papers(folder: Path) -> None:
    """Say where to look; leave with 1 if a paper that everybody needs is missing."""
    missing = [name for name in PAPERS if not (folder / name).is_file()]
    out.print()
    for name, use in PAPERS.items():
        if name not in missing:
            out.print(f"[bold]{folder / name}[/]: {use}", soft_wrap=True, highlight=False)
    if missing:
        refuse("Ada yang tidak tercetak", missing, BROKEN)


@contextmanager
def _plan_refusals() -> Iterator[None]:
    from data.edits.records import UnreadableEdits
    from flows.week_steps import InvalidPlan

    try:
        yield
    except UnreadableEdits as error:
        refuse("Suntingan tidak terbaca", [error])
    except InvalidPlan as invalid:
        refuse("Rencana ditolak pemeriksa; tidak ada yang disimpan", invalid.violations, BROKEN)


def export(
    week: Week,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Berkas problem.json yang ditulis.")
    ],
) -> None:
    """Tulis problem.json sebuah minggu dari surat yang sudah tersimpan."""
    from flows import week_steps as steps
    from flows.files import json_text, write_whole
    from flows.workplace import open_workplace
    from optimizer.problem_file import problem_document

    place = open_workplace()
    asked = steps.build_problem(place, week, steps.gather_requests(place, week))
    write_whole(output, json_text(problem_document(asked.problem)))
    err.print(f"{output}: {len(asked.problem.requests)} permohonan")
