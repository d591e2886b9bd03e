"""The planner's edits of a plan, as plain functions."""

from dataclasses import replace
from pathlib import Path

from data.edits.apply import EditedProblem, apply_edits, meet_together
from data.edits.read import read_edits
from data.edits.records import EditFault, UnreadableEdits
from data.fleet_names import fleet_names
from data.itineraries.changes import change_sentences
from data.itineraries.language import language
from data.store import StoredPlan, StoreError
from data.store.plan_documents import plan_hash
from flows.week_papers import week_book
from flows.workplace import Workplace
from optimizer.faults import InvalidDocument
from optimizer.problem import Problem
from optimizer.solve import Limits, solve

SECONDS_TO_MEET_PINS = 10.0


def newest_plan(place: Workplace, week: str) -> StoredPlan:
    """The version of the week's plan that the workbook was printed from.

    Raises
    ------
    StoreError
        If the week has no plan yet.
    """
    with place.store() as store:
        stored = store.latest_plan(place.office.regency_code, week)
    if stored is None:
        raise StoreError(f"minggu {week} belum punya rencana; jalankan jemputbola week {week}")
    return stored


def edited_problem(
    place: Workplace, stored: StoredPlan, path: Path, lang: str
) -> tuple[EditedProblem, tuple[EditFault, ...]]:
    """The stored problem with every edit that can be met, and the rows not understood.

    Raises
    ------
    UnreadableEdits
        If the file is no workbook of this version of the plan.
    """
    read = read_edits(path, week_book(place, stored, lang))
    names = fleet_names(place.planning.fleet, stored.problem)
    edited = apply_edits(stored.problem, read.edits, names)
    return meet_together(stored.problem, edited, _solvable), read.faults


def edited_from(place: Workplace, newest: StoredPlan, path: Path, lang: str) -> StoredPlan | None:
    """The version before, if the newest is already what these edits made of it.

    So it is when a run was killed after its draft was kept, and the same file is handed in again.
    """
    with place.store() as store:
        versions = store.plan_versions(newest.regency, newest.week)
    before = [version for version in versions if version.version < newest.version]
    if not before or newest.state == "published":
        return None
    try:
        edited, _ = edited_problem(place, before[-1], path, lang)
    except UnreadableEdits:
        return None
    same = plan_hash(edited.problem, newest.plan) == newest.hash
    return before[-1] if same and edited.accepted else None


def _solvable(problem: Problem) -> bool:
    try:
        solve(problem, Limits(seconds=SECONDS_TO_MEET_PINS))
    except InvalidDocument:
        return False
    return True


def differences(place: Workplace, before: StoredPlan, after: StoredPlan) -> tuple[str, ...]:
    """What the new version does otherwise, one line for each site."""
    book = replace(week_book(place, after), earlier=before.plan)
    return change_sentences(book, before.plan, language(book.lang, book.office.zone))
