"""Letters of the tests: a few rows as a clerk would export them."""

from pathlib import Path

WEEK = "2026-W49"
HEADER = "Nomor Surat;Tanggal Surat;Nama Lembaga;Jenis Lembaga;Kecamatan;Desa;Jumlah Orang"
ROWS = (
    "421/001/2026;16 November 2026;SMAN 1 Kejayan;Sekolah;Kejayan;Kejayan;120",
    "421/002/2026;17 November 2026;SMKN 1 Purwosari;Sekolah;Purwosari;Purwosari;90",
    "421/003/2026;17 November 2026;Kantor Desa Gerbo;Desa;Purwodadi;Gerbo;45",
)


def write_letters(folder: Path, *rows: str) -> Path:
    """A semicolon file of letters; the standard rows unless others are given."""
    path = folder / "surat" / "permohonan.csv"
    path.write_text("\n".join((HEADER, *(rows or ROWS))) + "\n", encoding="utf-8")
    return path
