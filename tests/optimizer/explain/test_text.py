"""Every kind of reason has its sentence."""

import datetime as dt

import pytest

from optimizer.explain import Code, Reason, sentence

DAY = dt.date(2026, 11, 30)
ROOM = {"date": DAY, "team": "T1", "people": 12, "km": 3.24, "gain": -1.5}
FULL = {"duties": 0, "idle": False, "full_days": 0, "open_days": 2}
CASES = [
    (Code.NO_OPEN_DAY, {}, "tidak membuka jam kunjungan"),
    (Code.NO_VEHICLE_KIND, {"kinds": ["kenduren_mas"]}, "(kenduren_mas)"),
    (Code.NO_VEHICLE_KIND, {"kinds": []}, "(tidak ada)"),
    (Code.NO_SERVICES, {"services": ["printing"]}, "layanan: printing."),
    (Code.NO_CREW, {"days": [DAY]}, "(30-11)"),
    (Code.OUT_OF_REACH, {"fewest": 30}, "30 orang"),
    (Code.TOO_FEW_LEFT, {"fewest": 30}, "kurang dari 30 orang"),
    (Code.NO_ROOM, {**FULL, "duties": 4}, "di 4 tugas yang cocok, di urutan mana pun; tim"),
    (Code.NO_ROOM, FULL, "Tidak ada tugas yang cocok pada hari yang masih terbuka; tim, kendaraan"),
    (Code.NO_ROOM, {**FULL, "idle": True}, "masih kosong pun tidak sempat"),
    (Code.NO_ROOM, {**FULL, "full_days": 2}, "sudah penuh pada setiap hari buka"),
    (Code.NOT_WORTH, ROOM, "tambahan 3.2 km menurunkan nilai rencana 1.50"),
    (Code.STILL_FITS, ROOM, "pada tugas T1 30-11 untuk 12 orang"),
    (Code.STILL_FITS, {**ROOM, "team": None}, "sebagai tugas baru 30-11"),
]


@pytest.mark.parametrize(("code", "facts", "part"), CASES)
def test_sentence_says(code: Code, facts: dict, part: str):
    assert part in sentence(Reason(code, facts))


def test_no_kind_is_without_a_sentence():
    assert {code for code, _, _ in CASES} == set(Code)
