import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from data.fleet import read_fleet
from data.fleet_records import Strength
from optimizer.faults import InvalidDocument

SAMPLE = Path("data/samples/armada-2026-W49.toml")


def faults_of(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDocument) as refused:
        read_fleet(path)
    return [str(fault) for fault in refused.value.faults]


def test_the_sample_fleet_is_read():
    fleet = read_fleet(SAMPLE)
    assert [team.name for team in fleet.teams] == [f"Tim {n}" for n in range(1, 7)]
    assert {vehicle.kind for vehicle in fleet.vehicles} == {"kenduren_mas", "operational"}
    assert len(fleet.kits) == 12
    assert fleet.teams[0].services == {"recording"}


def test_every_fault_is_listed_at_once_with_its_place(tmp_path):
    faults = faults_of(
        tmp_path / "armada.toml",
        """
        [[depo]]
        id = "raci"
        nama = "Raci"
        lintang = 112.8
        bujur = -7.6
        [[tim]]
        id = "T1"
        nama = "Tim 1"
        depo = "bangil"
        peran = []
        layanan = ["rekam"]
        warna = "biru"
        [[tim]]
        id = "T1"
        nama = "Tim 2"
        depo = "raci"
        peran = ["operator"]
        layanan = ["perekaman"]
        [[kendaraan]]
        id = "V1"
        nama = "Mobil"
        depo = "raci"
        jenis = "sepeda"
        kursi = "empat"
        [[kit]]
        id = "K1"
        depo = "raci"
        [[halangan]]
        untuk = "X9"
        dari = 2026-12-02
        sampai = 2026-12-01
        alasan = "servis"
        [[mobil]]
        id = 1
        """,
    )
    for part in (
        "depo[0].lintang: paling besar 90",
        "tim[0].peran: tidak boleh kosong",
        "tim[0].layanan[0]: 'rekam' tidak dikenal; pilih dari perekaman",
        "tim[0].warna: tidak dikenal",
        "tim[0].depo: depo 'bangil' tidak ada",
        "tim[1].id: 'T1' sudah dipakai di tim[0].id",
        "kendaraan[0].jenis: 'sepeda' tidak dikenal",
        "kendaraan[0].kursi: harus bilangan bulat",
        "kendaraan[0].tempat_kit: belum diisi",
        "halangan[0].untuk: 'X9' bukan tim",
        "sampai 2026-12-01 mendahului dari",
        "mobil: tabel tidak dikenal",
    ):
        assert any(part in fault for fault in faults), (part, faults)


def test_an_empty_file_names_what_is_missing(tmp_path):
    faults = faults_of(tmp_path / "armada.toml", "")
    assert [fault.split(":")[0] for fault in faults] == ["depo", "tim", "kendaraan", "kit"]


def test_a_broken_or_missing_file_is_one_fault(tmp_path):
    assert "bukan berkas TOML" in faults_of(tmp_path / "a.toml", "[[tim")[0]
    with pytest.raises(InvalidDocument, match="tidak terbaca"):
        read_fleet(tmp_path / "tiada.toml")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('untuk = "T1"\nperan = "penyihir"', "tidak punya peran"),
        ('untuk = "K01"\nperan = "operator"', "peran hanya untuk tim"),
        ('untuk = "T1"\nbagian = "iris"', "bagian hanya untuk kit"),
        ('untuk = "K01"\nbagian = "roda"', "salah satu dari"),
    ],
)
def test_an_absence_must_fit_what_it_is_for(tmp_path, row, message):
    absence = f'\n[[halangan]]\n{row}\ndari = 2026-12-01\nalasan = "sakit"\n'
    faults = faults_of(tmp_path / "armada.toml", SAMPLE.read_text() + absence)
    assert any(message in fault for fault in faults), faults


def test_a_table_that_is_no_list_is_a_bad_row(tmp_path):
    assert "tim[0]: harus tabel" in faults_of(tmp_path / "armada.toml", 'tim = "banyak"')


SHEETS = {
    "Depo": [["id", "Nama", "Lintang", "Bujur"], ["raci", "Raci", -7.59, 112.83]],
    "Tim": [
        ["ID", "Nama", "Depo", "Peran", "Layanan", "Petugas minimal"],
        [1, "Tim 1", "raci", "operator, operator, pengemudi", "perekaman", None],
    ],
    "Kendaraan": [
        ["id", "nama", "depo", "jenis", "kursi", "tempat kit", "layanan"],
        ["V1", "Mobil", "raci", "kenduren_mas", 6, 3, "pencetakan, pencatatan_sipil"],
    ],
    "Kit": [["id", "depo"], ["K1", "raci"]],
    "Halangan": [
        ["untuk", "dari", "sampai", "peran", "bagian", "alasan"],
        [1, dt.date(2026, 12, 1), "-", "operator", "", "sakit"],
    ],
}


def workbook(path: Path, **sheets) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in (SHEETS | sheets).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_is_a_fleet_too(tmp_path):
    fleet = read_fleet(workbook(tmp_path / "armada.xlsx"))
    assert fleet.teams[0].roles == ("operator", "operator", "pengemudi")
    assert fleet.vehicles[0].services == {"printing", "civil_registry"}
    assert fleet.strength(fleet.teams[0], dt.date(2026, 12, 20)) == Strength(2, 1)


def test_faults_of_a_workbook_name_sheet_row_and_column(tmp_path):
    path = workbook(
        tmp_path / "armada.xlsx",
        Tim=[["id", "nama", "depo", "peran", "warna"], ["T1", "Tim", "x", "=1+1", "biru"]],
        Kit=[["id", "depo"], [None, None], ["K1", "=A1"]],
    )
    with pytest.raises(InvalidDocument) as refused:
        read_fleet(path)
    faults = [str(fault) for fault in refused.value.faults]
    assert "lembar Tim baris 2 kolom warna: tidak dikenal; periksa ejaannya" in faults
    assert "lembar Tim baris 2 kolom layanan: belum diisi" in faults
    assert "lembar Tim baris 2 kolom depo: depo 'x' tidak ada di tabel depo" in faults
    assert "lembar Kit baris 3 kolom depo: harus teks" in faults
    assert 'lembar Tim baris 2 kolom peran: harus daftar, seperti ["a", "b"]' in faults


def test_a_file_that_is_no_workbook_is_one_fault(tmp_path):
    path = tmp_path / "armada.xlsx"
    path.write_text("bukan buku kerja")
    with pytest.raises(InvalidDocument, match="rusak"):
        read_fleet(path)
