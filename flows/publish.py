"""Publication: an approved plan becomes the week's plan, with its promises, letters and papers."""

from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from data.store import Publication, StoredPlan
from flows import plan_decisions as decisions
from flows.files import write_whole
from flows.forms import PublicationForm
from flows.message_words import message_row
from flows.narrate import tell, warn
from flows.report_steps import empty_form
from flows.week_papers import print_papers
from flows.workplace import Workplace, open_workplace


@flow(name="Penerbitan rencana")
def publish_plan(form: PublicationForm) -> str:
    """Publish an approved plan; gives the folder of its papers.

    Run again, at any time and after any crash, it completes what is missing and doubles nothing.

    Raises
    ------
    StoreError
        If the plan is not approved, is older than the published one, or visits a closed request.
    """
    place = open_workplace()
    stored, publication = enter(place, form.plan)
    folder = print_published(place, stored)
    list_messages(stored, publication)
    return str(folder)


@task(name="1 Terbitkan", cache_policy=NO_CACHE)
def enter(place: Workplace, name: str) -> tuple[StoredPlan, Publication]:
    """Promises, letter numbers and messages in one transaction of the store."""
    stored, publication = decisions.publish(place, decisions.find_plan(place, name))
    tell(
        f"rencana {stored.week} versi {stored.version} terbit sejak {place.local(publication.at)}; "
        f"{len(publication.messages)} pesan untuk disampaikan"
    )
    return stored, publication


@task(name="2 Cetak", cache_policy=NO_CACHE)
def print_published(place: Workplace, stored: StoredPlan) -> Path:
    """Write the folder of the published version."""
    folder, faults = print_papers(place, stored)
    for fault in faults:
        warn(str(fault))
    write_whole(folder / "formulir-hasil.xlsx", empty_form(place, stored))
    tell(f"surat dan lembar tugas resmi ada di {folder}")
    return folder


@task(name="3 Daftar pesan", cache_policy=NO_CACHE)
def list_messages(stored: StoredPlan, publication: Publication) -> None:
    """Leave the list of whom to tell in the Prefect UI."""
    create_table_artifact(
        key=f"pesan-{stored.week.lower()}",
        table=[message_row(stored, message) for message in publication.messages],
        description="Yang harus diberi tahu",
    )
