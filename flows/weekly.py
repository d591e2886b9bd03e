"""The week's story: letters in, plan made and checked, papers out."""

import shlex
from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from data.learning import unknown_names
from data.requests import Request
from data.store import StoredPlan
from flows import week_papers
from flows import week_steps as steps
from flows.due import week_to_plan
from flows.forms import PlanningForm
from flows.learning_steps import take_lesson, with_rules
from flows.letter_steps import ignored_files, import_folder
from flows.narrate import search_listener, tell, warn
from flows.week_artifacts import publish_artifacts
from flows.week_words import letters_told, plan_told, problem_told
from flows.workplace import Workplace, open_workplace
from optimizer.plan import Plan
from optimizer.problem import Problem
from optimizer.ready import is_ready


@flow(name="Rencana mingguan")
def weekly_plan(form: PlanningForm | None = None) -> str:
    """Plan one week as a draft; gives the folder of its papers.

    Raises
    ------
    InvalidDocument
        If an office file or the assembled problem is not valid.
    InvalidPlan
        If the checker refuses the plan; nothing is stored then.
    """
    place, form = open_workplace(), form or PlanningForm()
    week = form.week or week_to_plan(place.now())
    import_letters(place)
    requests = gather(place, week)
    if form.lessons:
        place = take_lessons(place, requests, form.refused)
    asked = build(place, week, requests)
    plan = search(asked.problem, form.seconds or place.settings.solve_seconds, form.seed)
    verify(asked.problem, plan)
    stored = save(place, asked, plan)
    folder = print_papers(place, stored, form.lang)
    summarise(stored, folder)
    return str(folder)


@task(name="1 Baca surat masuk", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def import_letters(place: Workplace) -> None:
    """Read every file of letters; a bad row or file stops nobody else."""
    for line in letters_told(import_folder(place), ignored_files(place)):
        (warn if line.bad else tell)(line.text)


@task(name="2 Kumpulkan permohonan", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def gather(place: Workplace, week: str) -> tuple[Request, ...]:
    """Open letters, leftovers and the week's Kenduren Mas sessions."""
    requests = steps.gather_requests(place, week)
    people = sum(request.people_left for request in requests)
    tell(f"{len(requests)} permohonan menunggu, {people} orang, termasuk sesi Kenduren Mas")
    return requests


@task(name="Pelajaran dari laporan", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def take_lessons(
    place: Workplace, requests: tuple[Request, ...], refused: tuple[str, ...]
) -> Workplace:
    """Reported minutes and absences move the rules; the planner hears of it and can refuse."""
    lesson = take_lesson(place, requests, refused)
    for name in unknown_names(refused, requests):
        warn(f"tidak ada pelajaran bernama '{name}', jadi tidak ada yang ditolak; periksa namanya")
    for change in lesson.changes:
        tell(f"{change} Tolak dengan --refuse {shlex.quote(change.name)}.")
    return with_rules(place, lesson)


@task(name="3 Susun masalah", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def build(place: Workplace, week: str, requests: tuple[Request, ...]) -> steps.Asked:
    """Calendar, fleet and travel make the optimizer's problem."""
    asked = steps.build_problem(place, week, requests)
    tell(problem_told(asked.problem))
    return asked


@task(name="4 Cari rencana terbaik", cache_policy=NO_CACHE)
def search(problem: Problem, seconds: float, seed: int) -> Plan:
    """Solve; best score and bound are told while it runs."""
    if not is_ready():
        tell("menyusun mesin pencari dulu (sekali saja, sekitar satu menit)")
    tell(f"mencari rencana terbaik, paling lama {seconds:g} detik")
    plan = steps.find_plan(problem, seconds, seed, search_listener()).plan
    tell(plan_told(plan))
    return plan


@task(name="5 Periksa rencana", cache_policy=NO_CACHE)
def verify(problem: Problem, plan: Plan) -> None:
    """The independent checker goes over every rule."""
    steps.refuse_invalid(problem, plan)
    tell(f"{len(plan.duties)} tugas diperiksa terhadap semua aturan: sah")


@task(name="6 Simpan draf", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def save(place: Workplace, asked: steps.Asked, plan: Plan) -> StoredPlan:
    """Keep the plan as the week's newest draft."""
    stored = steps.save_draft(place, asked, plan)
    tell(f"disimpan sebagai draf versi {stored.version}")
    return stored


@task(name="7 Cetak buku rencana dan lembar tugas", cache_policy=NO_CACHE)
def print_papers(place: Workplace, stored: StoredPlan, lang: str) -> Path:
    """Write the week's folder."""
    folder, faults = week_papers.print_papers(place, stored, lang)
    for fault in faults:
        warn(f"tidak tercetak: {fault}")
    tell(f"buku rencana dan lembar tugas ada di {folder}")
    return folder


@task(name="8 Ringkas", cache_policy=NO_CACHE)
def summarise(stored: StoredPlan, folder: Path) -> None:
    """Leave what a planner reads in the Prefect UI."""
    publish_artifacts(stored, folder)
    for warning in stored.warnings:
        warn(warning)
