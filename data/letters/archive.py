"""Looks through a workbook's archive before a library opens it.

A library would expand entities, unpack bombs and lay out every merged cell before it could be asked
how many there are; so the bare XML is counted first, by a parser that builds nothing.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from openpyxl.utils import range_boundaries

from data.letters.faults import UnreadableLetters
from data.letters.limits import MEBIBYTE, Limits, too_large

_XML = (".xml", ".rels")
_CHUNK = 256 * 1024


def refuse_hostile_archive(path: Path, limits: Limits) -> None:
    """Refuse a workbook that is damaged, locked, too large inside, or declares XML entities.

    Raises
    ------
    UnreadableLetters
        With the reason.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _look_through(archive, path, limits)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> UnreadableLetters:
    return UnreadableLetters(
        f"berkas '{path.name}' rusak atau terkunci sandi; buka di Excel atau LibreOffice, "
        "lalu simpan ulang sebagai .xlsx tanpa sandi"
    )


def _look_through(archive: zipfile.ZipFile, path: Path, limits: Limits) -> None:
    parts = archive.infolist()
    if len(parts) > limits.parts:
        raise too_large(path, f"lebih dari {limits.parts} bagian")
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise too_large(path, f"isinya lebih dari {limits.unpacked_bytes // MEBIBYTE} MB")
    counter = _Counter(path, limits)
    for part in parts:
        with archive.open(part) as content:
            whole = _count(counter, iter(lambda: content.read(_CHUNK), b""))
        if not whole and part.filename.endswith(_XML):
            raise _damaged(path)


def _count(counter: "_Counter", chunks: Iterator[bytes]) -> bool:
    """Count one part; whether it could be read as XML."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = counter.document_type
    parser.StartElementHandler = counter.element
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return True


class _Counter:
    """Counts cells over all parts and stops at a limit or a document type."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path, self._limits = path, limits
        self._cells = self._merged = 0

    def document_type(self, *_: object) -> None:
        raise UnreadableLetters(
            f"berkas '{self._path.name}' memuat entitas XML dan ditolak; "
            "salin isinya ke buku kerja baru"
        )

    def element(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "c":
            self._cells += 1
        elif kind == "mergeCell":
            self._merged += _area(attributes.get("ref", ""))
        if self._cells > self._limits.cells:
            raise too_large(self._path, f"lebih dari {self._limits.cells} sel")
        if self._merged > self._limits.merged_cells:
            raise too_large(self._path, f"lebih dari {self._limits.merged_cells} sel gabungan")


def _area(reference: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference)
    except (ValueError, TypeError):
        return 1
    return ((right or 1) - (left or 1) + 1) * ((bottom or 1) - (top or 1) + 1)
