"""Offices of made-up regencies, each a folder as ``plan_regencies`` reads it."""

import csv
import random
import shutil
from pathlib import Path

from config.settings import ROOT
from tests.flows.letters import HEADER

REFERENCE = ROOT / "data/reference"
SAMPLES = ROOT / "data/samples"
TABLES = ("kecamatan", "desa", "schools", "depots")
SHIPPED = "35.14"
FLEET = """
[[depo]]
id = "raci"
nama = "Kantor"
lintang = -7.594505
bujur = 112.83438
[[tim]]
id = "T1"
nama = "Tim 1"
depo = "raci"
peran = ["operator", "operator", "petugas pencatatan sipil", "pengemudi"]
layanan = ["perekaman", "pencatatan_sipil"]
[[kendaraan]]
id = "KM1"
nama = "Kenduren Mas 1"
depo = "raci"
jenis = "kenduren_mas"
kursi = 6
tempat_kit = 2
layanan = ["pencetakan", "pencatatan_sipil"]
[[kit]]
id = "K1"
depo = "raci"
[[kit]]
id = "K2"
depo = "raci"
"""


def make_regencies(root: Path, count: int, letters: int) -> tuple[Path, ...]:
    """Folders ``90.01``, ``90.02``, ...: the shipped places under other codes, own letters each."""
    return tuple(make_regency(root / f"90.{n:02d}", letters) for n in range(1, count + 1))


def make_regency(folder: Path, letters: int) -> Path:
    """One office with so many letters; the same folder name gives the same letters."""
    (folder / "tempat").mkdir(parents=True)
    (folder / "surat").mkdir()
    for name in TABLES:
        text = (REFERENCE / f"{name}.csv").read_text().replace(f"{SHIPPED}.", f"{folder.name}.")
        (folder / "tempat" / f"{name}.csv").write_text(text)
    shutil.copy(SAMPLES / "kalender.toml", folder)
    (folder / "armada-2026-W49.toml").write_text(FLEET)
    (folder / "kantor.toml").write_text(_office(folder.name))
    rows = _letters(random.Random(folder.name), letters)
    (folder / "surat/permohonan.csv").write_text("\n".join((HEADER, *rows)) + "\n")
    return folder


def _office(code: str) -> str:
    text = (ROOT / "config/office.toml").read_text()
    text = text.replace('"../data/samples"', '"surat"').replace("../data/samples/", "")
    text = text.replace('# tabel_tempat = "tempat"', 'tabel_tempat = "tempat"  #')
    return text.replace(f'"{SHIPPED}"', f'"{code}"')


def _letters(random: random.Random, count: int) -> list[str]:
    names = {row["code"]: row["name"] for row in _rows("kecamatan")}
    return [
        f"421/{n:03d}/2026;16 November 2026;{school['name']};Sekolah;{names[school['parent']]};;"
        f"{random.randint(40, 200)}"
        for n, school in enumerate(random.sample(_rows("schools"), count))
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open() as lines:
        return list(csv.DictReader(lines))
