"""A plan edited by the planner: edits become pins and bans, the rest is planned anew."""

from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from data.store import StoredPlan
from flows import revise_steps as steps
from flows.forms import RevisionForm
from flows.narrate import tell, warn
from flows.week_steps import Asked
from flows.weekly import print_papers, save, search, summarise, verify
from flows.workplace import Workplace, open_workplace


@flow(name="Suntingan perencana")
def revise_week(form: RevisionForm) -> str:
    """Plan a week anew around the planner's edits; gives the folder of its papers.

    The same file handed in again makes no other version; it completes what is missing.

    Raises
    ------
    StoreError
        If the week has no plan yet.
    UnreadableEdits
        If the file is no workbook of the newest version of the plan.
    """
    place = open_workplace()
    newest = steps.newest_plan(place, form.week)
    before = look_back(place, newest, form.edits, form.lang)
    stored = newest if before else draft(place, newest, form)
    folder = print_papers(place, stored, form.lang)
    summarise(stored, folder)
    compare(place, before or newest, stored)
    return str(folder)


def draft(place: Workplace, before: StoredPlan, form: RevisionForm) -> StoredPlan:
    """A version around the edits of the one before."""
    asked = apply(place, before, form.edits, form.lang)
    plan = search(asked.problem, form.seconds or place.settings.solve_seconds, form.seed)
    verify(asked.problem, plan)
    return save(place, asked, plan)


@task(name="Lihat versi sebelumnya", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def look_back(place: Workplace, newest: StoredPlan, path: Path, lang: str) -> StoredPlan | None:
    """The version that was edited, if these edits were planned already."""
    before = steps.edited_from(place, newest, path, lang)
    if before:
        tell(f"suntingan ini sudah menjadi versi {newest.version}; kertasnya dicetak lagi")
    return before


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
