"""The door, every working day: letters from the watched folder into the record."""

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.narrate import tell
from flows.weekly import import_letters
from flows.workplace import Workplace, open_workplace


@flow(name="Surat masuk")
def gather_requests() -> int:
    """Read every workbook, CSV file and saved e-mail of the folder; how many requests wait.

    Read again, a letter changes nothing.
    """
    place = open_workplace()
    import_letters(place)
    return count(place)


@task(name="2 Hitung antrean", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def count(place: Workplace) -> int:
    """Tell how many wait, and how many people that is."""
    with place.store() as store:
        waiting = store.open_requests(place.office.regency_code)
    people = sum(request.people_left for request in waiting)
    tell(f"{len(waiting)} permohonan terbuka, {people} orang")
    return len(waiting)
