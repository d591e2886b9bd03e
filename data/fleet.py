"""The fleet file, TOML or workbook, edited by the office."""

from collections.abc import Iterator
from pathlib import Path

from data.document_faults import Tables, read_table, repeated, unknown_tables
from data.document_file import read_tables
from data.fleet_records import OPERATOR, Absence, Depot, Fleet, Kit, Team, Vehicle
from optimizer.faults import Fault, InvalidDocument

TABLES = ("depo", "tim", "kendaraan", "kit", "halangan")


def read_fleet(path: Path) -> Fleet:
    """Read a fleet file, TOML or (by its ending) an ``.xlsx`` workbook with a sheet for each table.

    Raises
    ------
    InvalidDocument
        With every fault of the file at once, in Bahasa Indonesia, each with its place.
    """
    return fleet_of(read_tables(path))


def fleet_of(tables: Tables) -> Fleet:
    """Fleet of checked tables.

    Raises
    ------
    InvalidDocument
        With every fault at once.
    """
    faults = list(unknown_tables(tables, TABLES))
    fleet = Fleet(
        depots=read_table(tables, "depo", Depot, faults),
        teams=read_table(tables, "tim", Team, faults),
        vehicles=read_table(tables, "kendaraan", Vehicle, faults),
        kits=read_table(tables, "kit", Kit, faults),
        absences=read_table(tables, "halangan", Absence, faults),
    )
    faults += [*_missing(tables), *_repeated_ids(tables), *_unknown_depots(tables)]
    faults += _absence_faults(tables, fleet)
    if faults:
        raise InvalidDocument(faults)
    return fleet


def _missing(tables: Tables) -> Iterator[Fault]:
    for name in ("depo", "tim", "kendaraan", "kit"):
        if not tables.get(name):
            yield Fault(name, f"belum ada; tulis paling sedikit satu [[{name}]]")


def _cells(tables: Tables, names: tuple[str, ...], column: str) -> Iterator[tuple[str, str]]:
    """(place, text) of a column in some tables; what is no text is the row reader's fault."""
    for name in names:
        for row in tables.get(name, ()):
            text = row.cells.get(column) if isinstance(row.cells, dict) else None
            if isinstance(text, str):
                yield row.at(column), text.strip()


def _repeated_ids(tables: Tables) -> Iterator[Fault]:
    yield from repeated(list(_cells(tables, ("depo",), "id")))
    yield from repeated(list(_cells(tables, ("tim", "kendaraan", "kit"), "id")))


def _unknown_depots(tables: Tables) -> Iterator[Fault]:
    known = {name for _, name in _cells(tables, ("depo",), "id")}
    for place, depot in _cells(tables, ("tim", "kendaraan", "kit"), "depo"):
        if depot not in known:
            yield Fault(place, f"depo '{depot}' tidak ada di tabel depo")


def _absence_faults(tables: Tables, fleet: Fleet) -> Iterator[Fault]:
    ids = {name for _, name in _cells(tables, ("tim", "kendaraan", "kit"), "id")}
    for place, whom in _cells(tables, ("halangan",), "untuk"):
        if whom not in ids:
            yield Fault(place, f"'{whom}' bukan tim, kendaraan, atau kit di berkas ini")
    for absence in fleet.absences:
        yield from _unlike(absence, fleet)


def _unlike(absence: Absence, fleet: Fleet) -> Iterator[Fault]:
    place = f"halangan untuk {absence.whom} dari {absence.first}"
    roles = {team.id: team.roles for team in fleet.teams}
    if absence.last is not None and absence.last < absence.first:
        yield Fault(place, f"sampai {absence.last} mendahului dari; tukar kedua tanggalnya")
    if absence.role is not None and absence.role not in roles.get(absence.whom, (absence.role,)):
        yield Fault(place, f"tim ini tidak punya peran '{absence.role}'")
    if absence.role is not None and absence.whom not in roles:
        yield Fault(place, f"peran hanya untuk tim, misalnya '{OPERATOR}'")
    if absence.part is not None and absence.whom not in {kit.id for kit in fleet.kits}:
        yield Fault(place, "bagian hanya untuk kit")
