"""Builds ``data/samples/permohonan-2026-W49.xlsx``, the shipped week of letters.

Places, schools and pesantren are real; letters, head-counts, wishes and telephone numbers are
invented by a fixed seed. Run ``python -m tests.data.sample_letters`` from the checkout to write the
workbook again; the same bytes come out.
"""

import datetime as dt
import io
import random
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from data.letters.fields import Field
from tests.data.sample_places import PESANTREN, SCHOOLS, VILLAGES, Asking

SAMPLE = Path("data/samples/permohonan-2026-W49.xlsx")
HEADINGS = [
    Field.ENTERED, Field.LETTER_NUMBER, Field.LETTER_DATE, Field.RECEIVED_DATE, Field.INSTITUTION,
    Field.KIND, Field.NPSN, Field.KECAMATAN, Field.DESA, Field.ADDRESS, Field.PEOPLE,
    Field.FIRST_TIME, Field.REPLACEMENT, Field.SERVICES, Field.WISHED, Field.IMPOSSIBLE,
    Field.DEADLINE, Field.HOURS, Field.SPLIT, Field.POWER, Field.SIGNAL, Field.ROOM,
    Field.CONTACT_ROLE, Field.PHONE, Field.NOTE,
]  # fmt: skip
MONDAY = dt.date(2026, 11, 30)
FIRST_LETTER, LAST_LETTER = dt.date(2026, 10, 1), dt.date(2026, 11, 20)
ZIP_TIME = (2026, 11, 23, 8, 0, 0)
POWER = [
    "PLN 1.300 VA",
    "PLN 2.200 VA",
    "PLN 3.500 VA, ada genset",
    "PLN 900 VA, mohon bawa genset",
]
SIGNAL = ["4G baik", "4G baik, ada Wi-Fi", "Sinyal lemah", "Ada Wi-Fi kantor"]
ROLES = {
    "Sekolah": ["Waka Kesiswaan", "Kepala TU", "Operator sekolah"],
    "Pesantren": ["Sekretaris pondok", "Kepala madrasah", "Pengurus kesantrian"],
    "Desa/Kelurahan": ["Sekretaris desa", "Kasi Pelayanan", "Kaur TU dan Umum"],
}
ROOMS = {
    "Sekolah": ["Aula", "Laboratorium komputer", "Ruang kelas", "Perpustakaan"],
    "Pesantren": ["Aula pondok", "Ruang madrasah", "Serambi masjid"],
    "Desa/Kelurahan": ["Balai desa", "Pendopo desa", "Gedung serbaguna"],
}


def rows() -> list[dict[Field, Any]]:
    """All letters in the order they came in."""
    chance = random.Random(35_14)
    letters = [
        _letter(number, asking, chance)
        for number, asking in enumerate((*SCHOOLS, *PESANTREN, *VILLAGES), start=1)
    ]
    return sorted(letters, key=lambda letter: letter[Field.ENTERED])


def _letter(number: int, asking: Asking, chance: random.Random) -> dict[Field, Any]:
    written = FIRST_LETTER + dt.timedelta(days=chance.randint(0, (LAST_LETTER - FIRST_LETTER).days))
    received = written + dt.timedelta(days=chance.randint(0, 3))
    people = asking.people or _head_count(chance)
    replacement = round(people * chance.choice([0, 0, 0.1, 0.2]))
    entered = dt.datetime.combine(received, dt.time(8, 0)) + dt.timedelta(minutes=7 * number)
    return {
        Field.ENTERED: entered,
        Field.LETTER_NUMBER: f"{asking.series}/{100 + number}/{_roman(written.month)}/2026",
        Field.LETTER_DATE: written,
        Field.RECEIVED_DATE: received,
        Field.INSTITUTION: asking.name,
        Field.KIND: asking.kind,
        Field.NPSN: asking.npsn,
        Field.KECAMATAN: asking.kecamatan,
        Field.DESA: asking.desa,
        Field.PEOPLE: people,
        Field.FIRST_TIME: people - replacement,
        Field.REPLACEMENT: replacement,
        Field.SERVICES: asking.services,
        Field.WISHED: asking.wished or (None if asking.impossible else _wish(chance)),
        Field.IMPOSSIBLE: asking.impossible,
        Field.DEADLINE: chance.choice(
            [None, None, None, dt.date(2026, 12, 18), "11 Desember 2026"]
        ),
        Field.HOURS: asking.hours,
        Field.SPLIT: "Ya" if people > 60 else "Tidak",
        Field.POWER: chance.choice(POWER),
        Field.SIGNAL: chance.choice(SIGNAL),
        Field.ROOM: chance.choice(ROOMS[asking.kind]),
        Field.CONTACT_ROLE: chance.choice(ROLES[asking.kind]),
        Field.PHONE: f"0812-0000-{1000 + number}" if number % 3 else f"0343-555-{100 + number:04d}",
        Field.NOTE: asking.note,
    }


def _head_count(chance: random.Random) -> int:
    return min(700, max(24, round(chance.lognormvariate(4.35, 0.6))))


def _wish(chance: random.Random) -> str | dt.date | None:
    day = MONDAY + dt.timedelta(days=chance.choice([0, 0, 1, 1, 2, 2, 3, 3, 4]))
    later = day + dt.timedelta(days=7)
    return chance.choice([None, None, day, later, f"{day.isoformat()}; {later.isoformat()}"])


def _roman(month: int) -> str:
    return {10: "X", 11: "XI"}[month]


def build() -> bytes:
    """The workbook as bytes, the same ones every time."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Respons Formulir 1"
    sheet.append([heading.value for heading in HEADINGS])
    for letter in rows():
        sheet.append([letter.get(heading) for heading in HEADINGS])
    for position, heading in enumerate(HEADINGS, start=1):
        width = max(12, len(heading.value) + 4)
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.freeze_panes = "A2"
    content = io.BytesIO()
    book.save(content)
    return _without_clock(content.getvalue())


def _without_clock(workbook: bytes) -> bytes:
    """The same archive with one fixed time and without the document's own dates."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            body = old.read(part)
            if part.filename == "docProps/core.xml":
                body = body[: body.index(b"<dcterms:created")] + b"</cp:coreProperties>"
            new.writestr(entry, body)
    return packed.getvalue()


if __name__ == "__main__":
    SAMPLE.write_bytes(build())
