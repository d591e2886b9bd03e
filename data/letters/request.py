"""From one row to one request, or to every fault of the row at once."""

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from data.gazetteer import Gazetteer
from data.letters.choices import read_kind, read_services, read_yes_no
from data.letters.counts import read_count, read_people
from data.letters.fields import Field
from data.letters.head import read_letter_head, read_wishes
from data.letters.hours import read_hours
from data.letters.identity import request_id
from data.letters.row import RowReader
from data.letters.site import read_site
from data.letters.words import read_npsn, read_phone, read_role, read_text
from data.requests import Contact, Kind, Request, Site


def read_request(reader: RowReader, gazetteer: Gazetteer, today: dt.date) -> Request | None:
    """Request of a row; None if anything is wrong (the reader has the faults)."""
    if not reader.refuse_unreadable_cells() or not reader.refuse_double_columns():
        return None
    institution = _institution(reader)
    npsn = reader.read(Field.NPSN, read_npsn)
    site = read_site(reader, gazetteer, institution or "", npsn)
    letter = read_letter_head(reader, today)
    people = _people(reader)
    wishes = read_wishes(reader, today, letter)
    details = _details(reader)
    if reader.faults or not (institution and site and people):
        return None
    return Request(
        id=request_id(letter, institution, site),
        institution=institution,
        npsn=npsn or _registered(gazetteer, institution, site),
        site=site,
        **asdict(letter),
        **people,
        **asdict(wishes),
        **details,
    )


def _institution(reader: RowReader) -> str | None:
    """The named institution; a village's own letter may only name the village."""
    columns = reader.table.columns
    if reader.value(Field.INSTITUTION) is None and Field.DESA in columns:
        village = reader.read(Field.DESA, read_text)
        if village and reader.read(Field.KIND, read_kind) is Kind.VILLAGE:
            return village if village.casefold().startswith(("desa", "kel")) else f"Desa {village}"
    return reader.require(Field.INSTITUTION, read_text)


def _people(reader: RowReader) -> dict[str, Any]:
    first = reader.read(Field.FIRST_TIME, read_count)
    replacement = reader.read(Field.REPLACEMENT, read_count)
    groups = (first or 0) + (replacement or 0)
    if reader.value(Field.PEOPLE) is None and groups:
        people: int | None = groups
    else:
        people = reader.require(Field.PEOPLE, read_people)
    if people is None:
        return {}
    if groups > people:
        reader.fault(
            Field.PEOPLE,
            f"rincian {groups} orang melebihi jumlah {people} orang",
            "Samakan jumlah dengan rincian pemula dan penggantian",
        )
    counts = {"people": people, "people_left": people}
    return counts | {"first_time": first, "replacement": replacement}


def _details(reader: RowReader) -> dict[str, Any]:
    contact = Contact(
        role=reader.read(Field.CONTACT_ROLE, read_role),
        phone=reader.read(Field.PHONE, read_phone),
    )
    return {"kind": _kind(reader), "contact": contact} | {
        name: value for name, value in _optional(reader).items() if value is not None
    }


_OPTIONAL: dict[str, tuple[Field, Callable[[Any], Any]]] = {
    "services": (Field.SERVICES, read_services),
    "hours": (Field.HOURS, read_hours),
    "split_allowed": (Field.SPLIT, read_yes_no),
    "power": (Field.POWER, read_text),
    "signal": (Field.SIGNAL, read_text),
    "room": (Field.ROOM, read_text),
    "note": (Field.NOTE, read_text),
}


def _optional(reader: RowReader) -> dict[str, Any]:
    return {name: reader.read(field, parse) for name, (field, parse) in _OPTIONAL.items()}


def _kind(reader: RowReader) -> Kind | None:
    """The kind that is chosen, or that the institution's name gives away."""
    field = Field.INSTITUTION if reader.value(Field.KIND) is None else Field.KIND
    return reader.read(field, read_kind)


def _registered(gazetteer: Gazetteer, institution: str, site: Site) -> str | None:
    school = gazetteer.find_school(institution, gazetteer.kecamatan_of[site.kecamatan_code])
    return school.npsn if school else None
