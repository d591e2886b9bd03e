from pathlib import Path

import pytest

from config.office import read_office
from config.settings import ROOT
from optimizer.faults import InvalidDocument

EXAMPLE = ROOT / "config/office.toml"


def test_the_example_office_names_files_that_exist():
    office = read_office(EXAMPLE)
    assert office.letters.is_dir()
    assert office.fleet.is_file()
    assert office.calendar.is_file()
    assert office.regency_code == "35.14"


def test_paths_are_read_beside_the_file(tmp_path: Path):
    (tmp_path / "surat").mkdir()
    copy = tmp_path / "kantor.toml"
    copy.write_text(EXAMPLE.read_text().replace('"../data/samples"', '"surat"'))
    assert read_office(copy).letters == (tmp_path / "surat").resolve()


def test_every_fault_is_named_at_once(tmp_path: Path):
    text = EXAMPLE.read_text()
    for good, bad in (
        ('"../data/samples"', '"/tidak/ada"'),
        ("Asia/Jakarta", "Asia/Nowhere"),
        ("faktor = 1.35", "faktor = 0.5"),
        ('nama_zona = "WIB"', "namazona = 1"),
        ("belum_dicetak = 0 ", "belum_dicetak = -1 "),
        ("# cetak_per_minggu = 900", 'cetak_per_minggu = "banyak"'),
        ("# [kartu.target]\n# Kejayan = 12000", "[kartu.target]\nKejayan = 0.5"),
    ):
        text = text.replace(good, bad)
    copy = tmp_path / "kantor.toml"
    copy.write_text(text)
    with pytest.raises(InvalidDocument) as caught:
        read_office(copy)
    assert {str(fault) for fault in caught.value.faults} == {
        "kantor.toml: nama_zona: belum diisi",
        "kantor.toml: surat: folder /tidak/ada tidak ada",
        "kantor.toml: zona_waktu: zona waktu 'Asia/Nowhere' tidak dikenal, misalnya Asia/Jakarta",
        "kantor.toml: namazona: tidak dikenal; periksa ejaannya",
        "kantor.toml: jalan.dataran_rendah.faktor: harus 1.0 atau lebih",
        "kantor.toml: kartu.belum_dicetak: harus 0 atau lebih",
        "kantor.toml: kartu.cetak_per_minggu: harus bilangan bulat",
        "kantor.toml: kartu.target.Kejayan: harus bilangan bulat",
    }


@pytest.mark.parametrize("content", [None, b"nama = ", b"\xff\xfe"])
def test_an_unreadable_file_is_one_fault(tmp_path: Path, content: bytes | None):
    copy = tmp_path / "kantor.toml"
    if content is not None:
        copy.write_bytes(content)
    with pytest.raises(InvalidDocument) as caught:
        read_office(copy)
    assert len(caught.value.faults) == 1
