"""Legs from a file that an office keeps: CSV with one leg a line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite
from pathlib import Path

import numpy as np

from data.travel.provider import Matrix, Place, TravelUnavailable
from optimizer.faults import Fault, InvalidDocument

COLUMNS = ("dari_lintang", "dari_bujur", "ke_lintang", "ke_bujur", "menit", "km")
LegKey = tuple[float, float, float, float]


@dataclass(frozen=True)
class MatrixFile:
    """A road engine that only knows the legs of a file; points match to five decimals (1 m)."""

    legs_of: Mapping[LegKey, tuple[float, float]]
    name: str
    label: str = "berkas jarak"

    def legs(self, sources: Sequence[Place], targets: Sequence[Place]) -> tuple[Matrix, Matrix]:
        """Minutes and kilometres; NaN where the file has no such leg."""
        unknown = (float("nan"), float("nan"))
        rows = [[self.legs_of.get(_key(a, b), unknown) for b in targets] for a in sources]
        both = np.array(rows, dtype=np.float64).reshape(len(sources), len(targets), 2)
        return both[:, :, 0], both[:, :, 1]


def read_matrix_file(path: Path) -> MatrixFile:
    """Read a file of legs.

    Raises
    ------
    TravelUnavailable
        If the file cannot be read.
    InvalidDocument
        With every bad line at once.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TravelUnavailable(f"berkas jarak {path} tidak terbaca") from error
    rows = csv.DictReader(text.splitlines())
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise InvalidDocument([Fault("baris 1", f"judul kolom harus {','.join(COLUMNS)}")])
    faults: list[Fault] = []
    legs = dict(_legs(rows, faults))
    if faults:
        raise InvalidDocument(faults)
    return MatrixFile(legs, f"berkas {sha256(text.encode()).hexdigest()[:16]}")


def _legs(
    rows: "csv.DictReader[str]", faults: list[Fault]
) -> Iterator[tuple[LegKey, tuple[float, float]]]:
    for row in rows:
        try:
            a, b, c, d, minutes, km = (float(row[name]) for name in COLUMNS)
        except (TypeError, ValueError):
            faults.append(Fault(f"baris {rows.line_num}", "harus enam angka, desimal dengan titik"))
            continue
        if not (isfinite(minutes) and isfinite(km) and minutes >= 0 and km >= 0):
            faults.append(Fault(f"baris {rows.line_num}", "menit dan km harus 0 atau lebih"))
        yield (round(a, 5), round(b, 5), round(c, 5), round(d, 5)), (minutes, km)


def _key(here: Place, there: Place) -> LegKey:
    a, b, c, d = (round(value, 5) for value in (*here.point, *there.point))
    return a, b, c, d
