"""Arguments that several commands have; what they cannot mean is bad input, exit code 2."""

from typing import Annotated

import typer


def _iso_week(text: str) -> str:
    from data.weekdays import dates_of_week

    try:
        dates_of_week(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    return text


def _plan_name(text: str) -> str:
    from data.plan_reference import PlanReference

    try:
        return str(PlanReference.parse(text))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _said(text: str) -> str:
    if not text.strip():
        raise typer.BadParameter("tidak boleh kosong")
    return text.strip()


Week = Annotated[
    str,
    typer.Argument(help="Minggu ISO, misalnya 2026-W49.", metavar="WEEK", callback=_iso_week),
]
PlanName = Annotated[
    str,
    typer.Argument(
        help="Rencana: 2026-W49 (versi terbaru) atau 2026-W49/2.",
        metavar="PLAN",
        callback=_plan_name,
    ),
]
Role = Annotated[str, typer.Option("--by", help="Jabatan, bukan nama orang.", callback=_said)]
Reason = Annotated[str, typer.Option("--reason", help="Sebabnya, satu kalimat.", callback=_said)]
