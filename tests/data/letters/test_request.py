import datetime as dt
from pathlib import Path

import pytest

from data.requests import DailyHours, Kind, Request, State
from tests.data.letters.files import HEADINGS, KEJAYAN, letters_in

FULL = {
    "Tanggal surat": "2 November 2026",
    "Tanggal diterima": "03/11/2026",
    "Jenis lembaga": "Sekolah",
    "NPSN": 20519300,
    "Alamat": "Jalan Kabupaten, Sladi",
    "Pemula": "80 siswa",
    "Penggantian": 10,
    "Layanan": "Perekaman, KK",
    "Tanggal yang diharapkan": "1 atau 2 Desember 2026",
    "Tanggal yang tidak bisa": "2026-12-04",
    "Batas akhir": 46374,
    "Jam kegiatan": "07.00-13.00",
    "Boleh dibagi": "Tidak",
    "Listrik": "PLN 2.200 VA",
    "Sinyal": "4G",
    "Ruangan": "Aula",
    "Jabatan narahubung": "Kepala TU",
    "Telepon": "0812-0000-1001",
    "Catatan": "mohon pagi",
}


def read_one(tmp_path: Path, **more: object) -> Request:
    letters = letters_in(tmp_path, (*KEJAYAN, *more.values()), headings=(*HEADINGS, *more))
    assert letters.faults == ()
    return letters.requests[0]


def test_every_field_of_a_letter_arrives(tmp_path: Path) -> None:
    request = read_one(tmp_path, **FULL)
    assert request.kind is Kind.SCHOOL
    assert request.letter_number == "421/1/2026"
    assert (request.letter_date, request.received_date) == (
        dt.date(2026, 11, 2),
        dt.date(2026, 11, 3),
    )
    assert (request.npsn, request.site.address) == ("20519300", "Jalan Kabupaten, Sladi")
    assert (request.people, request.people_left) == (90, 90)
    assert (request.first_time, request.replacement) == (80, 10)
    assert request.services == {"recording", "civil_registry"}
    assert request.wished_dates == (dt.date(2026, 12, 1), dt.date(2026, 12, 2))
    assert request.impossible_dates == (dt.date(2026, 12, 4),)
    assert request.deadline == dt.date(2026, 12, 18)
    all_days = frozenset(range(1, 8))
    seven, thirteen = dt.time(7, 0), dt.time(13, 0)
    assert request.hours == (DailyHours(weekdays=all_days, opens=seven, closes=thirteen),)
    assert request.split_allowed is False
    assert (request.power, request.signal, request.room) == ("PLN 2.200 VA", "4G", "Aula")
    assert (request.contact.role, request.contact.phone) == ("Kepala TU", "0812-0000-1001")
    assert (request.note, request.state) == ("mohon pagi", State.PENDING)


def test_a_short_letter_gets_plain_defaults(tmp_path: Path) -> None:
    request = read_one(tmp_path)
    assert request.kind is Kind.SCHOOL
    assert request.npsn == "20519300"
    assert request.services == {"recording"}
    assert request.split_allowed is True
    assert (request.wished_dates, request.hours, request.deadline) == ((), (), None)


def test_groups_make_the_head_count_when_it_is_missing(tmp_path: Path) -> None:
    headings = ("No surat", "Nama lembaga", "Kecamatan", "Pemula", "Penggantian")
    row = ("421/1", "SMAN 1 Kejayan", "Kejayan", 80, 10)
    assert letters_in(tmp_path, row, headings=headings).requests[0].people == 90


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("Pemula", 91, "rincian 91 orang melebihi jumlah 90 orang"),
        ("Tanggal surat", "1 dan 2 November 2026", "beberapa tanggal"),
        ("NPSN", "123", "8 angka"),
        ("Jabatan narahubung", "Bapak Fulan", "nama orang"),
        ("Layanan", "SIM", "tidak dikenal"),
    ],
)
def test_a_wrong_cell_refuses_the_row(
    tmp_path: Path, column: str, cell: object, message: str
) -> None:
    letters = letters_in(tmp_path, (*KEJAYAN, cell), headings=(*HEADINGS, column))
    assert letters.requests == ()
    assert [message in fault.message for fault in letters.faults] == [True]


def test_a_date_cannot_be_wished_and_impossible(tmp_path: Path) -> None:
    headings = (*HEADINGS, "Tanggal yang diharapkan", "Tanggal yang tidak bisa")
    row = (*KEJAYAN, "1-3 Desember 2026", "3 Desember 2026")
    fault = letters_in(tmp_path, row, headings=headings).faults[0]
    assert fault.column == "Tanggal yang tidak bisa"


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("Tanggal diterima", "1 November 2026", "sesudah tanggal diterima"),
        ("Tanggal yang diharapkan", "1 Desember 2025", "mendahului suratnya"),
        ("Batas akhir", "1 November 2026", "mendahului suratnya"),
    ],
)
def test_dates_stand_in_order(tmp_path: Path, column: str, cell: str, message: str) -> None:
    headings = (*HEADINGS, "Tanggal surat", column)
    letters = letters_in(tmp_path, (*KEJAYAN, "2 November 2026", cell), headings=headings)
    assert [message in fault.message for fault in letters.faults] == [True]
    same_day = (*KEJAYAN, "2 November 2026", "2 November 2026")
    assert letters_in(tmp_path, same_day, headings=headings).faults == ()


def test_a_letter_needs_a_number_or_a_date(tmp_path: Path) -> None:
    fault = letters_in(tmp_path, (None, *KEJAYAN[1:])).faults[0]
    assert "nomor dan tanggal surat kosong" in fault.message
    headings = (*HEADINGS, "Tanggal surat")
    row = (None, *KEJAYAN[1:], "2 November 2026")
    assert letters_in(tmp_path, row, headings=headings).faults == ()
