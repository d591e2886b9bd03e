"""One of many offices planned from its folder, as plain functions that any process can run.

Only the folder's path, the week and the limits travel to that process; what it finds goes into
the office's own record.
"""

from dataclasses import dataclass
from pathlib import Path

from config.settings import Settings
from data.store import StoredPlan
from flows import week_steps as steps
from flows.learning_steps import take_lesson, with_rules
from flows.letter_steps import import_folder
from flows.week_papers import print_papers
from flows.workplace import Workplace, open_workplace
from optimizer.faults import Fault, InvalidDocument
from optimizer.solve import Limits, solve

OFFICE_FILE = "kantor.toml"
BOOK = "buku-rencana.html"


@dataclass(frozen=True, slots=True)
class RegencyPlan:
    """The plan that a regency's week has; ``solved`` says whether this call made it."""

    regency: str
    version: int
    people: int
    gap: float | None
    solved: bool


def regency_folders(regencies: Path) -> tuple[Path, ...]:
    """Folders of the offices, by code.

    Raises
    ------
    InvalidDocument
        If there is none.
    """
    found = tuple(sorted(file.parent for file in regencies.glob(f"*/{OFFICE_FILE}")))
    if not found:
        message = f"tidak ada kabupaten; buat satu folder per kode wilayah, berisi {OFFICE_FILE}"
        raise InvalidDocument([Fault(str(regencies), message)])
    return found


def plan_office(folder: Path, week: str, limits: Limits, seed: int) -> RegencyPlan:
    """Plan the week of one office, unless its record has a plan for it; see to its papers.

    Safe to run again at any time, and by several processes at once: the record keeps one plan.

    Raises
    ------
    InvalidDocument
        If one of the office's files is not valid.
    InvalidPlan
        If the checker refuses the plan; nothing is stored then.
    StoreError
        If the record refuses or does not answer.
    """
    place = open_office(folder)
    stored = _stored(place, week)
    kept = stored or _solve(place, week, limits, seed)
    if not (place.settings.week_folder(week) / BOOK).is_file():
        print_papers(place, kept)
    people = sum(duty.people for duty in kept.plan.duties)
    return RegencyPlan(folder.name, kept.version, people, kept.plan.gap, solved=stored is None)


def open_office(folder: Path) -> Workplace:
    """The office of a folder, which is named by the regency's code.

    Raises
    ------
    InvalidDocument
        If one of its files is not valid, or is another regency's.
    """
    place = open_workplace(Settings().of_regency(folder))
    code = place.office.regency_code
    if code != folder.name:
        message = f"kode_wilayah {code} tidak sama dengan nama foldernya"
        raise InvalidDocument([Fault(str(folder / OFFICE_FILE), message)])
    return place


def _stored(place: Workplace, week: str) -> StoredPlan | None:
    with place.store() as store:
        return store.latest_plan(place.office.regency_code, week)


def _solve(place: Workplace, week: str, limits: Limits, seed: int) -> StoredPlan:
    import_folder(place)
    requests = steps.gather_requests(place, week)
    taught = with_rules(place, take_lesson(place, requests))
    asked = steps.build_problem(taught, week, requests)
    plan = solve(asked.problem, limits, seed).plan
    steps.refuse_invalid(asked.problem, plan)
    return steps.save_draft(place, asked, plan, only_first=True)
