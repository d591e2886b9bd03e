"""Commands on field reports: ``jemputbola report form|import|add|missing`` and ``close``."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.arguments import Week
from flows.cli.running import flow_run
from flows.cli.terminal import BROKEN, UNREADABLE, err, out, refuse

if TYPE_CHECKING:
    from flows.report_steps import ReadForm

app = typer.Typer(help="Laporan lapangan: siapa terlayani, siapa belum.", no_args_is_help=True)

Count = Annotated[int, typer.Option(min=0, help="Jumlah orang.")]
Clock = Annotated[str | None, typer.Option(help="Jam setempat, misalnya 08.15.")]


@app.command("form")
def write_form(
    week: Week,
    output: Annotated[Path, typer.Option("-o", "--output", help="Berkas .xlsx yang ditulis.")],
) -> None:
    """Tulis formulir hasil rencana minggu ini untuk diisi di lapangan."""
    from flows.files import write_whole
    from flows.plan_decisions import find_plan
    from flows.report_steps import empty_form
    from flows.workplace import open_workplace

    place = open_workplace()
    content = empty_form(place, find_plan(place, week))
    write_whole(output, content)
    err.print(str(output))


@app.command("import")
def import_forms(
    files: Annotated[list[Path], typer.Argument(help="Formulir hasil, .xlsx atau .csv.")],
) -> None:
    """Baca formulir hasil; laporan yang sama tidak dihitung dua kali, perbaikan menggantikan."""
    from flows.report_steps import import_forms as read_forms
    from flows.workplace import open_workplace

    place = open_workplace()
    forms = list(read_forms(place, files))
    for form in forms:
        _tell(form)
    if any(form.failure for form in forms):
        raise typer.Exit(UNREADABLE)
    if any(form.faults or form.outcome.refused for form in forms):
        raise typer.Exit(BROKEN)


def _tell(form: "ReadForm") -> None:
    from flows.report_words import form_told

    for line in form_told(form):
        out.print("! " if line.bad else "✓ ", line.text, markup=False, soft_wrap=True)


@app.command("add")
def add_report(
    date: Annotated[dt.datetime, typer.Option(formats=["%Y-%m-%d"], help="Tanggal kunjungan.")],
    team: Annotated[str, typer.Option(help="Kode tim, misalnya T1.")],
    request: Annotated[str, typer.Option(help="Nomor permohonan.")],
    served: Count,
    absent: Count = 0,
    failed: Count = 0,
    reason: Annotated[str | None, typer.Option(help="Sebab gagal rekam.")] = None,
    started: Clock = None,
    ended: Clock = None,
) -> None:
    """Catat hasil satu kunjungan; yang baru menggantikan yang lama, keduanya tersimpan."""
    from pydantic import ValidationError

    from data.field_reports import FieldReport
    from flows.report_steps import keep
    from flows.workplace import open_workplace

    about = {"date": date.date(), "team": team, "request": request, "reason": reason}
    counts = {"served": served, "absent": absent, "failed": failed}
    times = {"started": _clock(started), "ended": _clock(ended)}
    try:
        report = FieldReport.model_validate(about | counts | times)
    except ValidationError as error:
        told = (row.get("ctx", {}).get("error", row["msg"]) for row in error.errors())
        refuse("Laporan tidak dicatat", told)
    outcome = keep(open_workplace(), report)
    if outcome.refused:
        refuse("Laporan tidak dicatat", [row.reason for row in outcome.refused], BROKEN)
    out.print("✓ laporan tersimpan" if not outcome.same else "✓ laporan itu sudah ada")


def _clock(text: str | None) -> dt.time | None:
    from data.letters.faults import Misread
    from data.return_forms.columns import read_time

    try:
        return None if text is None else read_time(text)
    except Misread as error:
        raise typer.BadParameter(str(error)) from error


@app.command()
def missing(week: Week) -> None:
    """Kunjungan minggu ini yang belum ada laporannya; keluar 1 bila ada."""
    from flows.report_steps import missing_reports
    from flows.workplace import open_workplace

    lines = missing_reports(open_workplace(), week)
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)
    raise typer.Exit(BROKEN if lines else 0)


def close(
    week: Week,
    without_reports: Annotated[
        bool, typer.Option("--without-reports", help="Tutup walau laporannya belum lengkap.")
    ] = False,
) -> None:
    """Tutup minggu: baca laporan di var/laporan, sisa orang kembali menunggu."""
    with flow_run():
        from flows.closing import close_week
        from flows.forms import ClosingForm

        closed = close_week(ClosingForm(week=week, without_reports=without_reports))
    raise typer.Exit(0 if closed else BROKEN)
