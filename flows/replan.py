"""A published week must change: plan its rest anew, moving as few promises as possible.

The fleet file says which car is broken and which officer is ill; the form says the rest.
"""

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from data.replanning import Disruption
from data.store import StoredPlan
from data.weekdays import week_of
from flows import replan_steps as steps
from flows.forms import ReplanForm
from flows.narrate import search_listener, tell
from flows.revise_steps import differences
from flows.week_steps import Asked
from flows.week_words import plan_told
from flows.weekly import print_papers, save, summarise, verify
from flows.workplace import Workplace, open_workplace
from optimizer.plan import Plan

LANGUAGE = "id"


@flow(name="Perubahan minggu berjalan")
def replan_week(form: ReplanForm | None = None) -> str:
    """Plan the rest of a published week anew as a draft; gives the folder of its papers.

    It holds nothing until it is approved and published like any other version.

    Raises
    ------
    StoreError
        If the week is not published, or a named request is unknown.
    InvalidPlan
        If the checker refuses the plan; nothing is stored then.
    """
    place, form = open_workplace(), form or ReplanForm()
    today = place.now().date()
    before = steps.published_plan(place, form.week or week_of(today))
    disruption = Disruption(
        form.since or today, frozenset(form.cancelled), frozenset(form.urgent), form.fill
    )
    asked, plan = search(place, before, disruption, form.seconds or place.settings.solve_seconds)
    verify(asked.problem, plan)
    stored = save(place, asked, plan)
    folder = print_papers(place, stored, LANGUAGE)
    summarise(stored, folder)
    list_changes(place, before, stored)
    return str(folder)


@task(name="Cari perubahan terkecil", cache_policy=NO_CACHE)
def search(
    place: Workplace, before: StoredPlan, disruption: Disruption, seconds: float
) -> tuple[Asked, Plan]:
    """Past and promised stops are held; what cannot be held moves as little as possible."""
    tell(f"menyusun ulang {before.week} versi {before.version} mulai {disruption.since:%d-%m-%Y}")
    asked = steps.rest_of_week(place, before, disruption)
    since = disruption.since
    done = steps.settled_duties(place, before, since)
    problem, plan = steps.least_change(asked, before, done, since, seconds, search_listener())
    tell(plan_told(plan))
    return Asked(problem, asked.requests, asked.travel_note), plan


@task(name="Daftar yang harus diberi tahu", cache_policy=NO_CACHE)
def list_changes(place: Workplace, before: StoredPlan, after: StoredPlan) -> None:
    """Tell whom the change concerns, and leave the list in the Prefect UI."""
    lines = differences(place, before, after)
    tell(f"{len(lines)} tempat harus diberi tahu setelah versi {after.version} terbit")
    for line in lines:
        tell(line)
    create_table_artifact(
        key=f"perubahan-{after.week.lower()}",
        table=[{"Perubahan": line} for line in lines],
        description="Yang harus diberi tahu",
    )
