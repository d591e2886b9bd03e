"""The engine on public problems: ``jemputbola benchmark toptw``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.live import Live
from rich.text import Text

from flows.cli.problems import progress
from flows.cli.terminal import BROKEN, err, out, read_document, refuse, solvers_unheard

if TYPE_CHECKING:
    from data.toptw.answer import Answer

app = typer.Typer(help="Ukur mesin pada soal umum dari pustaka ilmiah.", no_args_is_help=True)


@app.callback()
def _public_problems() -> None:
    """Keep ``toptw`` a command of its own, the first of several."""


@app.command()
def toptw(
    file: Annotated[Path, typer.Argument(help="Berkas TOPTW (format klasik).", metavar="FILE")],
    vehicles: Annotated[int, typer.Option("-m", "--vehicles", min=1, help="Jumlah kendaraan.")],
    seconds: Annotated[float, typer.Option(min=0.1, help="Batas waktu, detik.")] = 30.0,
    seed: Annotated[int, typer.Option(help="Benih acak.")] = 0,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Berkas jawaban JSON yang ditulis.")
    ] = None,
) -> None:
    """Selesaikan satu soal team orienteering dengan jam buka; jawabannya dihitung ulang."""
    from data.toptw.answer import answer_document, answer_of
    from data.toptw.reader import read_instance
    from data.toptw.referee import faults_of
    from data.toptw.week import problem_of
    from flows.files import json_text, write_whole
    from optimizer.solve import Limits, solve

    instance = read_document(file, lambda text: read_instance(text, file.stem))
    with solvers_unheard(), Live(Text("mulai mencari ..."), console=err, transient=True) as live:
        problem = problem_of(instance, vehicles)
        result = solve(problem, Limits(seconds), seed, lambda state: live.update(progress(state)))
    answer = answer_of(instance, vehicles, result.plan)
    if faults := list(faults_of(instance, vehicles, answer.routes)):
        refuse(f"jawaban untuk {file} salah", faults, BROKEN)
    if output is not None:
        write_whole(output, json_text(answer_document(answer)))
    out.print(_sentence(answer))


def _sentence(answer: "Answer") -> str:
    return (
        f"{answer.instance} dengan {answer.vehicles} kendaraan: nilai {answer.profit:g}, "
        f"batas {answer.bound:g}, selisih {answer.gap:.2%}, {answer.seconds:.1f} detik."
    )
