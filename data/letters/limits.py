"""How large an input may be, and what inside a workbook is refused before it is opened."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from data.letters.faults import UnreadableLetters

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes beyond which a file is refused: far above any office's year, far below harm."""

    file_bytes: int = 25 * _MEBIBYTE
    unpacked_bytes: int = 200 * _MEBIBYTE
    parts: int = 2_000
    rows: int = 50_000
    columns: int = 200
    cell_characters: int = 5_000


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
        raise UnreadableLetters(_too_large(path, "berkasnya", limits.file_bytes))


def refuse_hostile_archive(path: Path, limits: Limits = LIMITS) -> None:
    """Refuse a workbook that unpacks to too much or declares XML entities.

    Raises
    ------
    UnreadableLetters
        With the reason.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > limits.parts or unpacked > limits.unpacked_bytes:
                raise UnreadableLetters(_too_large(path, "isinya", limits.unpacked_bytes))
            for part in parts:
                _refuse_entities(path, archive, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableLetters(
            f"berkas '{path.name}' rusak atau terkunci sandi; buka di Excel atau LibreOffice, "
            "lalu simpan ulang sebagai .xlsx tanpa sandi"
        ) from error


def _refuse_entities(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    # A document type can only stand before the root element, so the beginning tells.
    with archive.open(part) as content:
        opening = content.read(4096).replace(b"\0", b"")
    if b"<!DOCTYPE" in opening or b"<!ENTITY" in opening:
        raise UnreadableLetters(
            f"berkas '{path.name}' memuat entitas XML dan ditolak; salin isinya ke buku kerja baru"
        )


def _too_large(path: Path, what: str, allowed: int) -> str:
    most = allowed // _MEBIBYTE
    return (
        f"berkas '{path.name}' ditolak: {what} lebih dari {most} MB; pecah menjadi beberapa berkas"
    )
