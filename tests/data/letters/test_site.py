from pathlib import Path

import pytest

from data.requests import Precision
from tests.data.letters.files import letters_in

HEADINGS = ("No surat", "Nama lembaga", "NPSN", "Kecamatan", "Desa", "Kode desa", "Koordinat",
            "Lintang", "Bujur", "Jumlah")  # fmt: skip
BLANK = ("421/1/2026", "SMA Coba", None, None, None, None, None, None, None, 90)


def row(**cells: object) -> list[object]:
    """A row with these cells filled, by heading."""
    return [cells.get(heading.replace(" ", "_"), value)
            for heading, value in zip(HEADINGS, BLANK, strict=True)]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "point", "precision"),
    [
        ({"Kecamatan": "Kejayan", "Koordinat": "-7.70, 112.87"}, (-7.70, 112.87), "given"),
        ({"Desa": "Sladi", "Lintang": -7.70, "Bujur": 112.87}, (-7.70, 112.87), "given"),
        ({"Desa": "Sladi", "Lintang": "-7,70", "Bujur": "112,87"}, (-7.70, 112.87), "given"),
        ({"NPSN": 20519300}, (-7.7036, 112.8738), "school_register"),
        (
            {"Nama_lembaga": "SMA Negeri 1 Kejayan", "Kecamatan": "Kejayan"},
            (-7.7036, 112.8738),
            "school_register",
        ),
        ({"Kecamatan": "Kejayan", "Desa": "Sladi"}, (-7.69965, 112.873484), "desa"),
        ({"Kode_desa": "35.14.06.2025"}, (-7.69965, 112.873484), "desa"),
        ({"Kecamatan": "Kejayan"}, (-7.70269, 112.876631), "kecamatan"),
        ({"NPSN": "69950613", "Desa": "Sladi"}, (-7.69965, 112.873484), "desa"),
    ],
)
def test_the_best_known_point_and_its_precision(
    tmp_path: Path, cells: dict[str, object], point: tuple[float, float], precision: str
) -> None:
    letters = letters_in(tmp_path, row(**cells), headings=HEADINGS)
    assert letters.faults == ()
    site = letters.requests[0].site
    assert (site.latitude, site.longitude) == point
    assert site.precision is Precision(precision)
    assert site.kecamatan == "Kejayan"


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ({}, "Kecamatan", "tempatnya tidak disebut"),
        ({"Kecamatan": "Kejyan"}, "Kecamatan", "maksud Anda 'Kejayan'"),
        ({"Desa": "Wonorejo"}, "Desa", "beberapa kecamatan"),
        ({"Kecamatan": "Bangil", "Desa": "Sladi"}, "Desa", "adanya di Kejayan"),
        (
            {"Kecamatan": "Grati", "NPSN": "20519301"},
            "NPSN",
            "NPSN 20519301 terdaftar sebagai SMAN 1 GRATI di Kecamatan Nguling",
        ),
        ({"Kode_desa": "35.14.99.0000"}, "Kode desa", "tidak dikenal"),
        ({"Desa": "Sladi", "Koordinat": "112.87, -7.70"}, "Koordinat", "tertukar; maksud Anda"),
        ({"Desa": "Sladi", "Koordinat": "-6.2, 106.8"}, "Koordinat", "km dari desa Sladi"),
        ({"Desa": "Sladi", "Koordinat": "dekat pasar"}, "Koordinat", "bukan koordinat"),
        ({"Desa": "Sladi", "Lintang": 7.7, "Bujur": 112.87}, "Lintang", "tanda minus"),
        ({"Desa": "Sladi", "Lintang": -7.7}, "Bujur", "Bujur kosong"),
    ],
)
def test_doubtful_places_are_questioned(
    tmp_path: Path, cells: dict[str, object], column: str, message: str
) -> None:
    letters = letters_in(tmp_path, row(**cells), headings=HEADINGS)
    assert letters.requests == ()
    assert [fault.column for fault in letters.faults] == [column]
    assert message in letters.faults[0].message
