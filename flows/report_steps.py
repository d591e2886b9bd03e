"""Field reports into the store, and the closing of a week, as plain functions."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.field_reports import FieldReport
from data.fleet_names import fleet_names
from data.letters import UnreadableLetters
from data.return_forms import read_return_form, return_form_xlsx
from data.store import StoredPlan, StoreError
from data.store.records import ClosedWeek, ReportOutcome
from flows.files import files_in
from flows.workplace import Workplace
from optimizer.faults import Fault
from optimizer.plan import Duty, Stop

ACTOR = "petugas lapangan"
CLOSER = "alur penutupan"
FORMS = frozenset({".xlsx", ".csv"})


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What became of one return form; an unreadable one has only a ``failure``."""

    path: Path
    outcome: ReportOutcome = ReportOutcome()
    faults: tuple[Fault, ...] = ()
    failure: str = ""


def forms_folder(place: Workplace) -> Path:
    """Where the office puts filled-in return forms."""
    return place.settings.var / "laporan"


def waiting_forms(place: Workplace) -> tuple[Path, ...]:
    """Return forms in that folder, by name."""
    return files_in(forms_folder(place), FORMS)


def import_forms(place: Workplace, paths: Iterable[Path]) -> Iterator[ReadForm]:
    """Keep the good rows of return forms; read again, they change nothing."""
    plans = _reported_on(place)
    names = fleet_names(place.planning.fleet, *(stored.problem for stored in plans))
    planned = {(d.date, d.team, s.request) for stored in plans for d, s in stored.plan.visits()}
    for path in paths:
        try:
            form = read_return_form(path, names, place.now().date(), planned)
        except UnreadableLetters as error:
            yield ReadForm(path, failure=str(error))
        else:
            yield ReadForm(path, _keep(place, form.reports, decided=False), form.faults)


def _reported_on(place: Workplace) -> tuple[StoredPlan, ...]:
    """Published plans of the weeks that forms may still be about."""
    regency = place.office.regency_code
    with place.store() as store:
        plans = [store.published_plan(regency, week) for week in store.published_weeks(regency)]
    return tuple(stored for stored in plans if stored is not None)


def keep(place: Workplace, report: FieldReport) -> ReportOutcome:
    """Keep a report typed at the keyboard: the last word on its stop."""
    return _keep(place, [report], decided=True)


def _keep(place: Workplace, reports: Sequence[FieldReport], *, decided: bool) -> ReportOutcome:
    with place.store() as store:
        regency = place.office.regency_code
        return store.report(regency, reports, ACTOR, place.now(), decided=decided)


def empty_form(place: Workplace, stored: StoredPlan) -> bytes:
    """The return form of a plan, for the field to fill in."""
    places = {request.id: request.institution for request in stored.requests}
    names = fleet_names(place.planning.fleet, stored.problem)
    return return_form_xlsx(stored.plan, places, names)


def is_published(place: Workplace, week: str) -> bool:
    """Whether a week has a published plan."""
    with place.store() as store:
        return store.published_plan(place.office.regency_code, week) is not None


def missing_reports(place: Workplace, week: str) -> tuple[str, ...]:
    """Stops of the week's published plan that nobody reported on, one line each.

    Raises
    ------
    StoreError
        If the week has no published plan.
    """
    names, missing = _missing(place, week)
    return tuple(
        f"{duty.date:%d-%m-%Y} {duty.team}: {names[stop.request]}, {stop.people} orang"
        for duty, stop in missing
    )


def refuse_early(place: Workplace, week: str) -> None:
    """Let only a week be closed whose visits have been made or reported on.

    Raises
    ------
    StoreError
        Naming the last visit that is still to come.
    """
    _, missing = _missing(place, week)
    last = max((duty.date for duty, _ in missing), default=dt.date.min)
    if last > place.now().date():
        raise StoreError(
            f"minggu {week} masih punya kunjungan sampai {last:%d-%m-%Y}, jadi belum bisa ditutup; "
            "tutup sesudah itu"
        )


def _missing(place: Workplace, week: str) -> tuple[dict[str, str], list[tuple[Duty, Stop]]]:
    """Names of the places of a published week, and its visits without a report."""
    regency = place.office.regency_code
    with place.store() as store:
        published = store.published_plan(regency, week)
        told = {report.stop for report in store.reports(regency, week)}
    if published is None:
        raise StoreError(f"minggu {week} belum punya rencana terbit; tidak ada laporan ditunggu")
    missing = [
        (duty, stop)
        for duty, stop in published.plan.visits()
        if (duty.date, duty.team, stop.request) not in told
    ]
    return {request.id: request.institution for request in published.requests}, missing


def close(place: Workplace, week: str) -> ClosedWeek:
    """Be done with a week; promises nobody reported on are broken.

    Raises
    ------
    StoreError
        If the week has no published plan.
    """
    with place.store() as store:
        return store.close_week(place.office.regency_code, week, CLOSER, place.now())
