"""Commands on the optimizer's two files: ``solve`` and ``check``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.live import Live
from rich.text import Text

from flows.cli.terminal import BROKEN, err, out, read_document, refuse, solvers_unheard

if TYPE_CHECKING:
    from optimizer.result import Progress

ProblemPath = Annotated[Path, typer.Argument(help="Berkas problem.json.", metavar="PROBLEM.json")]


def solve(
    problem_path: ProblemPath,
    output: Annotated[Path, typer.Option("-o", "--output", help="Berkas plan.json yang ditulis.")],
    seconds: Annotated[float, typer.Option(min=0.1, help="Batas waktu, detik.")] = 60.0,
    seed: Annotated[int, typer.Option(help="Benih acak.")] = 0,
) -> None:
    """Cari rencana terbaik untuk sebuah problem.json, lengkap dengan batas mutunya."""
    from flows.files import json_text, write_whole
    from optimizer.faults import InvalidDocument
    from optimizer.plan_file import plan_document
    from optimizer.problem_file import read_problem
    from optimizer.solve import Limits
    from optimizer.solve import solve as search

    problem = read_document(problem_path, read_problem)
    with solvers_unheard(), Live(Text("mulai mencari ..."), console=err, transient=True) as live:
        try:
            result = search(
                problem, Limits(seconds=seconds), seed, lambda state: live.update(progress(state))
            )
        except InvalidDocument as invalid:
            refuse(f"{problem_path} tidak bisa direncanakan", invalid.faults)
    write_whole(output, json_text(plan_document(result.plan)))
    out.print(f"{output}: {verdict(result.plan.score, result.plan.bound, result.plan.gap)}")


def check(
    problem_path: ProblemPath,
    plan_path: Annotated[Path, typer.Argument(help="Berkas plan.json.", metavar="PLAN.json")],
) -> None:
    """Periksa rencana terhadap semua aturan; keluar 0 bila sah, 1 bila ada yang dilanggar."""
    from optimizer.check import check as verify
    from optimizer.plan_file import read_plan
    from optimizer.problem_file import read_problem

    problem = read_document(problem_path, read_problem)
    plan = read_document(plan_path, read_plan)
    violations = verify(problem, plan)
    if violations:
        refuse(f"{plan_path} melanggar aturan", violations, BROKEN)
    out.print(f"{plan_path}: sah. {verdict(plan.score, plan.bound, plan.gap)}")


def progress(state: "Progress") -> Text:
    """One line of a running search."""
    bound = "belum ada" if state.bound is None else f"{state.bound:.2f}"
    return Text(f"{state.elapsed:5.1f} detik   skor {state.score:.2f}   batas {bound}")


def verdict(score: float, bound: float | None, gap: float | None) -> str:
    """How good a plan is, in one sentence."""
    if bound is None or gap is None:
        return f"skor {score:.2f}, tanpa batas mutu."
    return f"skor {score:.2f}, batas {bound:.2f}, selisih terbukti {100 * gap:.2f} %."
