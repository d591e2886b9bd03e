"""The end of a week: field reports in, who is left goes back to waiting, the week is closed."""

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows import report_steps as steps
from flows.due import week_to_close
from flows.forms import ClosingForm
from flows.narrate import tell, warn
from flows.report_words import form_told
from flows.workplace import Workplace, open_workplace


@flow(name="Penutupan minggu")
def close_week(form: ClosingForm | None = None) -> bool:
    """Read the return forms and close the week; whether it is closed now.

    A week with missing reports stays open, unless the form says to close it all the same: then
    the promises nobody reported on count as broken. A report may still come late.

    The schedule names no week: where last week had no plan (a holiday, a new office), there is
    nothing to close.

    Raises
    ------
    StoreError
        If the named week has no published plan, or visits that are still to come.
    """
    place = open_workplace()
    form = form or ClosingForm()
    week = form.week or week_to_close(place.now())
    read_forms(place)
    if form.week is None and not steps.is_published(place, week):
        tell(f"minggu {week} tidak punya rencana terbit; tidak ada yang ditutup")
        return False
    return finish(place, week, form.without_reports)


@task(name="1 Baca laporan lapangan", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def read_forms(place: Workplace) -> None:
    """Keep what the field wrote; a bad row or file stops nobody else."""
    for form in steps.import_forms(place, steps.waiting_forms(place)):
        for line in form_told(form):
            (warn if line.bad else tell)(line.text)


@task(name="2 Tutup minggu", cache_policy=NO_CACHE, retries=2, retry_delay_seconds=2)
def finish(place: Workplace, week: str, without_reports: bool) -> bool:
    """Close the week, or say which reports are missing."""
    missing = steps.missing_reports(place, week)
    for line in missing:
        warn(f"belum ada laporan: {line}")
    if missing and not without_reports:
        tell(f"minggu {week} belum ditutup: {len(missing)} laporan belum masuk")
        return False
    steps.refuse_early(place, week)
    steps.close(place, week)
    tell(f"minggu {week} ditutup; {len(missing)} kunjungan tanpa laporan")
    return True
