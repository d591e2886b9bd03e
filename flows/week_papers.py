"""A stored plan on paper: the week's book and its folder."""

import json
from pathlib import Path
from typing import Any

from data.fleet_names import fleet_names
from data.itineraries.book import WeekBook
from data.itineraries.papers import PaperFault, papers
from data.store import StoredPlan
from flows.files import json_text, replaced_folder
from flows.ledger_steps import ledgers
from flows.workplace import Workplace
from optimizer.plan import Plan
from optimizer.plan_file import plan_document
from optimizer.problem_file import problem_document


def week_book(place: Workplace, stored: StoredPlan, lang: str = "id") -> WeekBook:
    """A stored plan with everything its papers say; a published one with its letters' numbers."""
    names = fleet_names(place.planning.fleet, stored.problem)
    numbers = _letter_numbers(place, stored) if stored.state == "published" else {}
    return WeekBook(
        office=place.head,
        problem=stored.problem,
        plan=stored.plan,
        requests={request.id: request for request in stored.requests},
        teams=names,
        vehicles=names,
        version=stored.version,
        state=stored.state,
        made_at=stored.made_at,
        travel_note=stored.travel_note,
        warnings=stored.warnings,
        lang=lang,
        earlier=_version_before(place, stored),
        outlines=_outlines(place.office.outlines),
        letter_numbers=numbers,
        letter_templates=place.office.letter_templates,
        ledgers=ledgers(place, stored.week),
    )


def _letter_numbers(place: Workplace, stored: StoredPlan) -> dict[str, str]:
    with place.store() as store:
        messages = store.messages(stored.regency, stored.week)
    return {message.subject: message.number for message in messages if message.number}


def _version_before(place: Workplace, stored: StoredPlan) -> Plan | None:
    with place.store() as store:
        versions = store.plan_versions(stored.regency, stored.week)
    before = [version.plan for version in versions if version.version < stored.version]
    return before[-1] if before else None


def _outlines(path: Path | None) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path else None


def print_papers(
    place: Workplace, stored: StoredPlan, lang: str = "id"
) -> tuple[Path, tuple[PaperFault, ...]]:
    """Write the week's folder: both files of the optimizer and every paper.

    A paper that fails is reported and takes no other with it. What is published has a folder of
    its own, which no later draft writes to.
    """
    printed = papers(week_book(place, stored, lang))
    published = stored.state == "published"
    folder = place.settings.week_folder(f"{stored.week}-terbit" if published else stored.week)
    with replaced_folder(folder) as staging:
        (staging / "problem.json").write_text(json_text(problem_document(stored.problem)))
        (staging / "plan.json").write_text(json_text(plan_document(stored.plan)))
        for paper in printed.files:
            (staging / paper.path).parent.mkdir(parents=True, exist_ok=True)
            (staging / paper.path).write_bytes(paper.content)
    return folder, printed.faults
