"""How large an input may be: far above any office's year, far below harm."""

from dataclasses import dataclass
from pathlib import Path

from data.letters.faults import UnreadableLetters

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes beyond which a file is refused.

    Attributes
    ----------
    unpacked_bytes, parts
        Of all that a workbook's archive holds.
    cells, merged_cells
        Over all sheets, whether filled or not.
    line_characters
        Of a line of a CSV file.
    """

    file_bytes: int = 25 * MEBIBYTE
    unpacked_bytes: int = 100 * MEBIBYTE
    parts: int = 2_000
    rows: int = 20_000
    columns: int = 200
    cells: int = 1_000_000
    merged_cells: int = 200_000
    line_characters: int = 100_000


LIMITS = Limits()


def refuse_large_file(path: Path, limits: Limits = LIMITS) -> None:
    """Refuse a file that is missing, empty or too large.

    Raises
    ------
    UnreadableLetters
        With the reason.
    """
    if not path.is_file():
        raise UnreadableLetters(f"berkas '{path}' tidak ada; periksa nama dan foldernya")
    size = path.stat().st_size
    if size == 0:
        raise UnreadableLetters(f"berkas '{path.name}' kosong; simpan ulang dari aplikasinya")
    if size > limits.file_bytes:
        raise too_large(path, f"lebih dari {limits.file_bytes // MEBIBYTE} MB")


def too_large(path: Path, how: str) -> UnreadableLetters:
    """The refusal of a file by its size."""
    return UnreadableLetters(
        f"berkas '{path.name}' ditolak karena terlalu besar ({how}); hapus baris dan kolom kosong, "
        "atau pecah menjadi beberapa berkas"
    )
