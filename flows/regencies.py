"""The week of many offices in one run, one solve each, on Dask."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from prefect import flow
from prefect.artifacts import create_table_artifact

from config.settings import Settings
from flows.due import week_to_plan
from flows.forms import RegenciesForm
from flows.narrate import tell, warn
from flows.regency_steps import RegencyPlan, regency_folders
from flows.regency_tasks import RegenciesFailed, one_each, outcome, workers
from flows.regency_words import regency_row
from optimizer.solve import Limits

CAPITAL = ZoneInfo("Asia/Jakarta")


@flow(name="Rencana banyak kabupaten")
def plan_regencies(form: RegenciesForm | None = None) -> int:
    """Plan the week of every office that has no plan for it; gives how many offices there are.

    Run again, it computes only what is missing. A failed office stops no other.

    Raises
    ------
    InvalidDocument
        If there is no folder of an office.
    RegenciesFailed
        With every office that has no plan, after all others have theirs.
    """
    form, settings = form or RegenciesForm(), Settings()
    week = form.week or week_to_plan(dt.datetime.now(CAPITAL))
    folders = regency_folders(settings.regencies)
    limits = Limits(form.seconds or settings.solve_seconds, workers=1)
    crew = workers(form.scheduler, form.workers)
    solve_each.with_options(task_runner=crew)(folders, week, limits, form.seed)
    return len(folders)


@flow(name="Kabupaten demi kabupaten", validate_parameters=False)
def solve_each(folders: Sequence[Path], week: str, limits: Limits, seed: int) -> None:
    """All solves on the workers of this run."""
    tell(f"minggu {week}: {len(folders)} kabupaten, paling lama {limits.seconds:g} detik tiap satu")
    futures = list(one_each(folders, week, limits, seed))
    outcomes = {f.name: outcome(future) for f, future in zip(folders, futures, strict=True)}
    report(week, outcomes)


def report(week: str, outcomes: Mapping[str, RegencyPlan | str]) -> None:
    """Leave what became of each office; fail if one has no plan."""
    create_table_artifact(
        key=f"kabupaten-{week.lower()}",
        table=[regency_row(code, found) for code, found in outcomes.items()],
        description="Rencana tiap kabupaten",
    )
    failed = {code: reason for code, reason in outcomes.items() if isinstance(reason, str)}
    solved = sum(isinstance(found, RegencyPlan) and found.solved for found in outcomes.values())
    known = len(outcomes) - solved - len(failed)
    tell(f"{solved} dihitung, {known} sudah ada, {len(failed)} gagal")
    for code, reason in failed.items():
        warn(f"{code}: {reason}")
    if failed:
        raise RegenciesFailed(failed)
