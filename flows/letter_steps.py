"""Letters into the store, as plain functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from data.letters import (
    DuplicatePair,
    Field,
    LetterFault,
    UnreadableLetters,
    find_duplicates,
    read_letter,
    read_letters,
    write_faults_workbook,
)
from data.letters.read import Progress
from data.places.geocoding import Geocoder, GeocodingService, refine
from data.requests import Request
from data.saved_mail import attached_tables
from data.store import ImportReport, Store
from flows.files import files_in, write_whole
from flows.workplace import Workplace

LETTER_FILES = frozenset({".xlsx", ".csv"})
MAIL_FILES = frozenset({".eml"})
OTHER_TABLES = frozenset({".xls", ".ods", ".xlsm", ".tsv", ".txt", ".msg"})
ACTOR = "alur mingguan"
CLERK = "petugas loket"


@dataclass(frozen=True, slots=True)
class LetterFile:
    """What became of one source of letters; an unreadable one has only a ``failure``.

    Attributes
    ----------
    corrections
        Workbook of the refused rows with remarks, if there are any.
    duplicates
        Stored letters that may ask for the same visit as another; a person decides.
    notes
        What was left aside though nothing is refused, in Bahasa Indonesia.
    """

    path: Path
    report: ImportReport = ImportReport()
    faults: tuple[LetterFault, ...] = ()
    corrections: Path | None = None
    duplicates: tuple[DuplicatePair, ...] = ()
    notes: tuple[str, ...] = ()
    failure: str = ""


def import_folder(place: Workplace) -> tuple[LetterFile, ...]:
    """Store the letters of the office's folder: workbooks, CSV files, then saved e-mails."""
    letters = files_in(place.office.letters, LETTER_FILES)
    read = (import_letter_file(place, path) for path in letters)
    mails = files_in(place.office.letters, MAIL_FILES)
    return (*read, *(file for path in mails for file in import_mail(place, path)))


def ignored_files(place: Workplace) -> tuple[Path, ...]:
    """Files of that folder that nobody reads though they look like tables, by name."""
    return files_in(place.office.letters, OTHER_TABLES)


def import_mail(place: Workplace, path: Path) -> tuple[LetterFile, ...]:
    """Store the letters of every table attached to a saved e-mail."""
    try:
        tables = attached_tables(path)
    except UnreadableLetters as error:
        return (LetterFile(path, failure=str(error)),)
    folder = place.settings.var / "lampiran" / path.stem
    for table in tables:
        write_whole(folder / table.name, table.content)
    return tuple(import_letter_file(place, folder / table.name) for table in tables)


def import_letter_file(
    place: Workplace, path: Path, progress: Progress | None = None, actor: str = ACTOR
) -> LetterFile:
    """Store the good rows of one file; write the others to a workbook with remarks."""
    try:
        letters = read_letters(path, place.gazetteer, place.now().date(), progress)
    except UnreadableLetters as error:
        return LetterFile(path, failure=str(error))
    stored = _store(place, path, letters.requests, actor, decided=False)
    stored = replace(stored, notes=(*map(str, letters.notes), *stored.notes))
    if not letters.faults:
        return stored
    corrections = _write_corrections(place, path, letters.faults)
    return replace(stored, faults=letters.faults, corrections=corrections)


def add_letter(place: Workplace, typed: Mapping[Field, str]) -> LetterFile:
    """Store one letter typed at the keyboard, under the rules of the files."""
    read = read_letter(typed, place.gazetteer, place.now().date())
    source = Path("ketikan")
    if not isinstance(read, Request):
        return LetterFile(source, faults=read)
    return _store(place, source, (read,), CLERK, decided=True)


def _store(
    place: Workplace, path: Path, requests: Sequence[Request], actor: str, *, decided: bool
) -> LetterFile:
    """Keep letters; ``decided`` ones are a person's word, not a file read again."""
    with place.store() as store:
        refined, notes = _refined(place, store, requests)
        known = {request.id: request for request in store.requests()}
        source = _source(place, path)
        report = store.import_requests(refined, source, actor, place.now(), decided=decided)
    new = [request for request in refined if request.id in report.new]
    duplicates = find_duplicates(new, known.values())
    return LetterFile(path, report, duplicates=duplicates, notes=notes)


def _source(place: Workplace, path: Path) -> str:
    """Name under which a file is known: its place in the office's folders, else its whole path."""
    for folder in (place.office.letters, place.settings.var):
        if path.is_relative_to(folder):
            return str(path.relative_to(folder))
    return str(path.absolute()) if path.exists() else path.name


def _refined(
    place: Workplace, store: Store, requests: Sequence[Request]
) -> tuple[tuple[Request, ...], tuple[str, ...]]:
    """Requests with better points where the office has a geocoder, and what it could not do."""
    settings = place.office.geocoding
    if settings is None:
        return tuple(requests), ()
    service = GeocodingService(settings.service, settings.options, settings.seconds_between)
    geocoder = Geocoder(service, store, place.now)
    answers = [refine(request, geocoder, place.office.regency) for request in requests]
    notes = tuple(note for _, note in answers if note)
    return tuple(request for request, _ in answers), notes


def _write_corrections(place: Workplace, path: Path, faults: tuple[LetterFault, ...]) -> Path:
    """Write the refused rows once for each content of a file: a half-mended one stays."""
    content = sha256(path.read_bytes()).hexdigest()[:8]
    target = place.settings.var / "perbaikan" / f"{path.stem}-{content}-perbaiki.xlsx"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}")
        write_faults_workbook(path, faults, unfinished)
        unfinished.replace(target)
    return target
