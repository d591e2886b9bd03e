"""Files that want to harm: refused by size or content, never evaluated."""

import contextlib
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from data.letters import UnreadableLetters
from data.letters.limits import Limits
from data.letters.sheets import read_sheets
from tests.data.letters.files import (
    HEADINGS,
    KEJAYAN,
    KRATON,
    csv_bytes,
    letters_in,
    read,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"


def with_part(path: Path, name: str, content: bytes) -> Path:
    """The workbook with one part put in or replaced."""
    with zipfile.ZipFile(path) as old:
        parts = {part: old.read(part) for part in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part, body in (parts | {name: content}).items():
            new.writestr(part, body)
    return path


def good(path: Path) -> Path:
    return workbook(path / "a.xlsx", {"Surat": [HEADINGS, KEJAYAN]})


def part_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_entities_are_refused_wherever_they_stand(tmp_path: Path, name: str, encoding: str) -> None:
    path = good(tmp_path)
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    comment = f"<!-- {'x' * 300_000} -->"
    body = part_of(path, name).decode().partition("?>")[2]
    hostile = f'<?xml version="1.0" encoding="{encoding}"?>{comment}{laughs}{body}'
    with pytest.raises(UnreadableLetters, match="entitas XML"):
        read(with_part(path, name, hostile.encode(encoding)))


def test_an_external_entity_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("rahasia")
    path = good(tmp_path)
    hostile = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]><x>&a;</x>'
    )
    with pytest.raises(UnreadableLetters, match="entitas XML"):
        read(with_part(path, SHEET, hostile.encode()))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = with_part(good(tmp_path), "xl/media/a.bin", bytes(101 * 1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    with pytest.raises(UnreadableLetters, match="terlalu besar"):
        read(path)


def test_a_merge_over_the_whole_sheet_is_refused_before_it_is_laid_out(tmp_path: Path) -> None:
    path = good(tmp_path)
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>'
    body = part_of(path, SHEET).replace(b"</sheetData>", merge)
    with pytest.raises(UnreadableLetters, match="sel gabungan"):
        read(with_part(path, SHEET, body))


def test_a_stray_cell_at_the_end_of_the_sheet_is_refused(tmp_path: Path) -> None:
    path = good(tmp_path)
    book = load_workbook(path)
    book.worksheets[0]["A1048576"] = "x"
    book.save(path)
    with pytest.raises(UnreadableLetters, match="hapus baris dan kolom kosong"):
        read(path)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(file_bytes=10), "0 MB"),
        (Limits(parts=2), "2 bagian"),
        (Limits(cells=9), "9 sel"),
        (Limits(rows=1), "1 baris"),
        (Limits(columns=4), "4 kolom"),
    ],
)
def test_every_size_has_a_limit(tmp_path: Path, limits: Limits, reason: str) -> None:
    with pytest.raises(UnreadableLetters, match=reason):
        read_sheets(good(tmp_path), limits)


def test_a_csv_has_limits_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(csv_bytes([HEADINGS, KEJAYAN, KRATON]))
    with pytest.raises(UnreadableLetters, match="lebih dari 2 baris"):
        read_sheets(path, Limits(rows=2))
    path.write_bytes(csv_bytes([HEADINGS, (*KEJAYAN[:4], "9" * 5_000)]))
    with pytest.raises(UnreadableLetters, match="lebih dari 1000 huruf"):
        read_sheets(path, Limits(line_characters=1_000))


def test_formulas_are_refused_not_evaluated(tmp_path: Path) -> None:
    letters = letters_in(tmp_path, (*KEJAYAN[:4], "=40+50"), ("=cmd|' /C calc'!A0", *KRATON[1:]))
    assert letters.requests == ()
    assert [(fault.cell, fault.message) for fault in letters.faults] == [
        ("E2", "sel ini berisi rumus, dan rumus tidak dihitung di sini"),
        ("A3", "sel ini berisi rumus, dan rumus tidak dihitung di sini"),
    ]


def test_array_formulas_and_error_values_are_refused_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(HEADINGS))
    sheet.append([*KEJAYAN[:4], "#REF!"])
    sheet.append(list(KRATON))
    sheet["E3"] = ArrayFormula("E3", "=SUM(A1:B1*2)")
    book.save(tmp_path / "a.xlsx")
    assert {fault.cell for fault in read(tmp_path / "a.xlsx").faults} == {"E2", "E3"}


def test_a_part_that_hides_its_encoding_is_refused(tmp_path: Path) -> None:
    path = good(tmp_path)
    body = part_of(path, SHEET).partition(b"?>")[2]
    odd = b'<?xml version="1.0" encoding="x-odd"?>' + body
    with pytest.raises(UnreadableLetters, match="rusak"):
        read(with_part(path, SHEET, odd))


def test_macros_and_links_are_left_alone(tmp_path: Path) -> None:
    path = with_part(good(tmp_path), "xl/vbaProject.bin", b"Sub Auto_Open()\nEnd Sub")
    link = b'<externalLink xmlns="x"><externalBook r:id="rId1" xmlns:r="y"/></externalLink>'
    path = with_part(path, "xl/externalLinks/externalLink1.xml", link)
    assert [request.people for request in read(path).requests] == [90]


QUOTED = re.compile(rb'"[^"]*"')
VALUES = [b'""', b'"-1"', b'"99999999999"', b'"A0"', b'"n"', b'"d"', b'"s"', b'"e"', b'"zz"']


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_never_a_crash(
    tmp_path: Path, data: st.DataObject
) -> None:
    path = good(tmp_path)
    with zipfile.ZipFile(path) as archive:
        name = data.draw(st.sampled_from(archive.namelist()))
    body = part_of(path, name)
    damaged = data.draw(st.sampled_from([m.span() for m in QUOTED.finditer(body)] or [(0, 1)]))
    put = data.draw(st.sampled_from([*VALUES, b"", b"<"]))
    with contextlib.suppress(UnreadableLetters):
        read(with_part(path, name, body[: damaged[0]] + put + body[damaged[1] :]))


def test_a_locked_workbook_is_explained(tmp_path: Path) -> None:
    path = good(tmp_path)
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = content.find(mark)
        while start >= 0:
            content[start + offset] |= 1
            start = content.find(mark, start + 1)
    path.write_bytes(bytes(content))
    with pytest.raises(UnreadableLetters, match="sandi"):
        read(path)


BOM = st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bom=BOM, noise=st.binary(max_size=60), where=st.integers(0, 80))
def test_a_damaged_csv_is_read_or_refused_never_a_crash(
    tmp_path: Path, bom: bytes, noise: bytes, where: int
) -> None:
    path = tmp_path / "a.csv"
    content = csv_bytes([HEADINGS, KEJAYAN, KRATON])
    path.write_bytes(bom + content[:where] + noise + content[where:])
    with contextlib.suppress(UnreadableLetters):
        read(path)
