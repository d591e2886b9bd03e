"""A plan edited by the planner: edits become pins and bans, the rest is planned anew."""

from pathlib import Path
from typing import Annotated

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from pydantic import Field

from data.store import StoredPlan
from flows import revise_steps as steps
from flows.narrate import tell, warn
from flows.week_steps import Asked
from flows.weekly import (
    ISO_WEEK,
    Lang,
    Seconds,
    Seed,
    print_papers,
    save,
    search,
    summarise,
    verify,
)
from flows.workplace import Workplace, open_workplace

Week = Annotated[str, Field(description="Minggu ISO, misalnya 2026-W49", pattern=ISO_WEEK)]
EditsPath = Annotated[str, Field(description="Buku kerja minggu itu yang sudah disunting")]


@flow(name="Suntingan perencana", validate_parameters=True)
def revise_week(
    week: Week, edits: EditsPath, seconds: Seconds = None, seed: Seed = 0, lang: Lang = "id"
) -> str:
    """Plan a week anew around the planner's edits; gives the folder of its papers.

    Parameters
    ----------
    week
        ISO week such as ``2026-W49``.
    edits
        The week's workbook as the planner changed it.
    lang
        Language of the papers, the edited workbook among them.

    Raises
    ------
    StoreError
        If the week has no plan yet.
    UnreadableEdits
        If the file is no workbook of the newest version of the plan.
    """
    place = open_workplace()
    before = steps.newest_plan(place, week)
    asked = apply(place, before, Path(edits), lang)
    plan = search(asked.problem, seconds or place.settings.solve_seconds, seed)
    verify(asked.problem, plan)
    stored = save(place, asked, plan)
    folder = print_papers(place, stored, lang)
    summarise(stored, folder)
    compare(place, before, stored)
    return str(folder)


@task(name="Baca suntingan", cache_policy=NO_CACHE)
def apply(place: Workplace, before: StoredPlan, path: Path, lang: str) -> Asked:
    """Edits that break no rule become pins and bans; the others are named with their rule."""
    edited, faults = steps.edited_problem(place, before, path, lang)
    for trouble in (*faults, *edited.refused):
        warn(f"suntingan tidak dipakai: {trouble}")
    tell(f"{len(edited.accepted)} suntingan dipakai")
    return Asked(edited.problem, before.requests, before.travel_note)


@task(name="Bandingkan", cache_policy=NO_CACHE)
def compare(place: Workplace, before: StoredPlan, after: StoredPlan) -> None:
    """Tell what the new version does otherwise."""
    lines = steps.differences(place, before, after)
    tell(f"{len(lines)} tempat berubah dari versi {before.version}")
    for line in lines:
        tell(line)
